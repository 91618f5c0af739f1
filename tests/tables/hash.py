"""The hash of each table of a run, or of the parts of a run on a cluster: of its rows, sorted, without what only one has."""

import hashlib
import json
import pathlib
import sys

import pyarrow
import pyarrow.parquet


def main():
    folder, hashes = pathlib.Path(sys.argv[1]), {}
    parts = sorted(folder.glob("part-*")) or [folder]
    names = sorted({path.stem for part in parts for path in part.glob("*.parquet")} | {"near_duplicates"})
    for name in names:
        files = sorted((folder / name).glob("*.parquet")) or [part / f"{name}.parquet" for part in parts]
        table = pyarrow.concat_tables(pyarrow.parquet.read_table(file) for file in files)
        rows = [json.dumps(list(row.values()), default=str) for row in table.to_pylist()]
        # What is of the whole corpus stands in each part.
        rows = sorted(set(rows) if name in ("corpus", "lists", "actors") else rows)
        hashes[name] = [len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()]
    json.dump(hashes, sys.stdout)


main()
