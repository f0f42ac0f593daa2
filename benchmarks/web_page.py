"""How long a web page of 5 MB takes to become text: `python benchmarks/web_page.py`."""

from time import process_time

from diplotimeline.documents import text_of

SIZE = 5_000_000
STORY = """<div class="story-body__inner" data-id="{number}" style="margin: 0 auto">
  <p class="story-body__text">On 5 May the <a href="https://ardelia.example/envoys?page={number}&amp;lang=en"
  class="link link--inline">envoys</a> of Ardelia and Tavoria met in Orn for the first time since May, and both
  delegations said that the talks were open.&nbsp;They agreed to meet again in June, and to exchange lists before.</p>
  <script>window.track = window.track || []; window.track.push({{"story": {number}, "kind": "view"}});</script>
</div>
"""


def main() -> None:
    stories = "".join(STORY.format(number=number) for number in range(SIZE // len(STORY)))
    page = f"<html><head><meta charset=utf-8></head><body>{stories}</body></html>".encode()
    start = process_time()
    text = text_of(page, "page.html")
    print(
        f"a page of {len(page) / 1e6:.1f} MB, {len(text) / 1e6:.1f} MB of text: {process_time() - start:.1f} s of CPU"
    )


if __name__ == "__main__":
    main()
