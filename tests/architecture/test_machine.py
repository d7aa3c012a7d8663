"""The machine's own parts: what the other tests stand on works here."""

import subprocess

import psycopg
import pytest


def test_each_test_gets_an_empty_database_of_its_own(postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url.replace("+psycopg", "")) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")

        assert tables.fetchone() == (0,)


@pytest.mark.x11
def test_the_display_has_a_window_manager(x_display: str) -> None:
    answer = subprocess.run(
        ["xdotool", "getdisplaygeometry"],
        env={"DISPLAY": x_display},
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout == "1920 1080\n"
