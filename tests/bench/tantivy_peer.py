"""Milliseconds that Tantivy takes for each query: reads a JSON of `items` and of `asked` queries by class on standard
input, and writes for each class two lists: of the search alone, and with the number and the score of each article read."""

import json
import sys
from time import perf_counter

import tantivy

ENOUGH, ROUNDS = 0.001, 15
news = json.load(sys.stdin)
schema = tantivy.SchemaBuilder()
for field in ("title", "body"):
    # Words in lower case, as they are, and where they stand.
    schema.add_text_field(field, tokenizer_name="default", index_option="position")
index = tantivy.Index(schema.build())
# One thread and much room make one segment, in which an article's number is its place.
writer = index.writer(heap_size=1_000_000_000, num_threads=1)
for item in news["items"]:
    writer.add_document(tantivy.Document(title=item["title"], body=item["body"]))
writer.commit()
writer.wait_merging_threads()
index.reload()
searcher = index.searcher()
assert searcher.num_docs == len(news["items"]) and searcher.num_segments == 1, searcher.num_segments


def typed(name, query):
    """The query in Tantivy's language."""
    if name == "phrase":
        return f'"{query}"'
    return " ".join(f'+"{word}"' for word in query.split(" "))


def search(query):
    return searcher.search(index.parse_query(query, ["title", "body"]), limit=len(news["items"]), count=True).hits


def read(query):
    return sum(address.doc + score for score, address in search(query))


def fastest(call, query):
    def time(times):
        start = perf_counter()
        for _ in range(times):
            call(query)
        return perf_counter() - start

    times = 1
    while time(times) < ENOUGH:
        times *= 4
    return min(time(times) / times for _ in range(ROUNDS)) * 1000


asked = {name: [typed(name, query) for query in queries] for name, queries in news["asked"].items()}
print(json.dumps({name: [[fastest(call, query) for query in queries] for call in (search, read)] for name, queries in asked.items()}))
