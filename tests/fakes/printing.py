"""A printer that keeps its papers, held to account by the contract of ``SlipPrinter``."""

from app.domain.printing import Handing, Handover, Paper


class FakePrinter:
    """Takes papers into ``papers``; ``answer`` says what it does with the next ones."""

    def __init__(self, answer: Handing = Handing.TAKEN) -> None:
        self.name = "fake"
        self.answer = answer
        self.papers: list[bytes] = []

    def hand_over(self, paper: Paper) -> Handover:
        """Answer as told; a file that is not there is turned away by any printer."""
        if self.answer is Handing.NO_ANSWER:
            return Handover(Handing.NO_ANSWER, said="cut off")
        if self.answer is Handing.TURNED_AWAY or not paper.file.is_file():
            return Handover(Handing.TURNED_AWAY, said="out of order")
        self.papers.append(paper.file.read_bytes())
        return Handover(self.answer, job=f"fake-{len(self.papers)}")

    def became(self, job: str) -> Handover:
        """What it took is printed; it knows no other job."""
        known = job in {f"fake-{place}" for place in range(1, len(self.papers) + 1)}
        return Handover(Handing.DONE if known else Handing.NO_ANSWER, job)
