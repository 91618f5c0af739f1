"""Asks the tables in a folder: the program, the folder; queries as a JSON list on standard input, answers as one."""

import datetime
import json
import pathlib
import sys


def plain(value):
    """A value as JSON has it."""
    return str(value) if isinstance(value, (datetime.date, datetime.datetime)) else value


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    files = {path.stem: folder / f"{path.stem}*.parquet" for path in folder.glob("*.parquet") if "-" not in path.stem}
    if program == "duckdb":
        import duckdb

        session = duckdb.connect()
        for name, path in files.items():
            session.execute(f"CREATE VIEW {name} AS FROM '{path}'")
        ask = lambda query: session.execute(query).fetchall()
        types = lambda name: session.execute(f"DESCRIBE {name}").fetchall()
        columns = {name: [[row[0], row[1]] for row in types(name)] for name in files}
    else:
        import polars

        session = polars.SQLContext({name: polars.scan_parquet(path) for name, path in files.items()})
        ask = lambda query: session.execute(query, eager=True).rows()
        schema = lambda name: polars.scan_parquet(files[name]).collect_schema().items()
        columns = {name: [[column, str(kind)] for column, kind in schema(name)] for name in files}
    answers = [[[plain(value) for value in row] for row in ask(query)] for query in json.load(sys.stdin)]
    json.dump({"columns": columns, "answers": answers}, sys.stdout, default=float)


main()
