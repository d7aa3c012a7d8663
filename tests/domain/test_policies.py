"""Whose word counts, and who says something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadValueError
from app.domain.plan.facts import POLICIES
from app.domain.policies import UNSAID, Terms, Voice, Voices, decider, parse_terms
from app.texts.policies import clash_sentence

SITE = Terms("ship_as_available")
WHOLE = Terms("all_or_nothing")
TWO = Terms("up_to_n_shipments", 2)
any_terms = st.builds(
    lambda policy, most: Terms(policy, most if policy == "up_to_n_shipments" else None),
    st.sampled_from(POLICIES),
    st.integers(1, 4),
)


@pytest.mark.parametrize(
    ("order", "customer", "who", "terms"),
    [
        (TWO, WHOLE, Voice.ORDER, TWO),
        (UNSAID, WHOLE, Voice.CUSTOMER, WHOLE),
        (TWO, UNSAID, Voice.ORDER, TWO),
        (UNSAID, UNSAID, Voice.WAREHOUSE, SITE),
    ],
)
def test_order_before_customer_before_warehouse(
    order: Terms, customer: Terms, who: Voice, terms: Terms
) -> None:
    counts = Voices(order, customer, SITE).counts

    assert (counts.by, counts.terms) == (who, terms)


@given(any_terms, any_terms, st.sampled_from([SITE, WHOLE]))
def test_a_clash_is_exactly_a_weaker_voice_that_allows_other_shipments(
    order: Terms, customer: Terms, site: Terms
) -> None:
    voices = Voices(order, customer, site)
    found = {clash.yields.by for clash in voices.clashes("SO-1")}
    ladder = [(Voice.ORDER, order), (Voice.CUSTOMER, customer), (Voice.WAREHOUSE, site)]
    spoken = [(who, said) for who, said in ladder if said.spoken]

    assert decider(order.policy, customer.policy) == spoken[0][0]
    assert found == {who for who, said in spoken[1:] if said.limit != spoken[0][1].limit}


def test_the_number_of_another_policy_says_nothing() -> None:
    assert parse_terms(" ALL_OR_NOTHING ", 4) == WHOLE


@pytest.mark.parametrize(("policy", "most"), [("never", None), ("up_to_n_shipments", None)])
def test_what_is_no_policy_is_refused(policy: str, most: int | None) -> None:
    with pytest.raises(BadValueError):
        parse_terms(policy, most)


def test_a_product_that_must_not_wait_clashes_with_a_policy_that_waits_for_it() -> None:
    (clash, *_) = Voices(WHOLE, UNSAID, SITE).clashes("SO-1", ("RUG",))

    assert (clash.wins.sku, clash.yields.by, clash.of_default) == ("RUG", Voice.ORDER, False)
    assert clash_sentence(clash) == (
        "Product RUG says never wait for supply, the order itself says all or nothing: "
        "product RUG counts."
    )


def test_a_product_that_must_not_wait_clashes_with_nobody_who_ships_in_parts() -> None:
    assert Voices(UNSAID, UNSAID, SITE).clashes("SO-1", ("RUG",)) == ()
