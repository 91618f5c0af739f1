"""Exports texts on a cluster: Spark hands out the files, the command `dateline` reads them.

    spark-submit spark/dateline_job.py TEXTS -o TABLES [--dateline COMMAND] [--parts N]

Each task runs `dateline export` on its files and writes the tables into a folder of its own, TABLES/part-00000 and so on.
Near-duplicates are looked for over all of them: Spark groups their signatures, the command compares the pairs that come of
it, and TABLES/near_duplicates has the groups. No step holds more than one part, or one group of rows, in memory. TEXTS and
TABLES are folders that all executors see under one path. `dateline build --from TABLES -o SITE` makes the page.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import pyarrow
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F

# As in engine/src/parse/candidates.rs: how many texts follow each for a shingle, and how many shingles make a candidate.
NEXT = 8
WORTH_A_LOOK = 3

LISTS = ("corpus.toml", "actors.toml")


# The most files of a part, which is read again as a whole where its task fails.
MOST_FILES = 50_000


def names_in(texts):
    """The files under a folder, sorted as the command sorts them; without lists and what is hidden."""
    names, seen = [], set()
    for folder, folders, files in os.walk(texts, followlinks=True):
        # A link may lead back to a folder around it.
        real = os.path.realpath(folder)
        folders[:] = [name for name in folders if not name.startswith(".") and real not in seen]
        files = [] if real in seen else files
        seen.add(real)
        within = pathlib.Path(folder).relative_to(texts)
        names += [(within / name).as_posix() for name in files if not name.startswith(".")]
    for name in names:
        if any("\ud800" <= character <= "\udfff" for character in name):
            raise SystemExit(f"expected names of files in UTF-8, found {name!r}; rename it")
    return sorted((name for name in names if name not in LISTS), key=str.encode)


def export(command, texts, tables):
    """The function that exports parts: rows of a part and its files in, rows that say how it went out."""
    def run(part, names):
        with tempfile.TemporaryDirectory() as scratch:
            # A folder of the same name, because it may be the title.
            folder = pathlib.Path(scratch) / texts.name
            lists = [name for name in LISTS if (texts / name).is_file()]
            for name in lists + names:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).symlink_to(texts / name)
            target = tables / f"part-{part:05}"
            words = [command, "export", str(folder), "-o", str(target), "--signatures"]
            done = subprocess.run(words, env={**os.environ, "RAYON_NUM_THREADS": "1"}, capture_output=True, text=True)
            # A part without an article has tables where any of its files could be read.
            is_empty = "expected an article, found none" in done.stderr or "expected source files, found none" in done.stderr
            if done.returncode and not (done.returncode == 1 and is_empty):
                raise RuntimeError(f"part {part}: {done.returncode}: {done.stderr}")
        return done.stderr

    def batches(rows):
        for batch in rows:
            for row in batch.to_pylist():
                said = run(row["part"], row["names"])
                yield pyarrow.RecordBatch.from_pydict({"part": pyarrow.array([row["part"]], pyarrow.int32()), "said": [said]})

    return batches


def compare(command):
    """The function that compares pairs: rows of `one`, `other` and their texts in, rows with their shares out."""

    def batches(rows):
        for batch in rows:
            pairs = batch.to_pylist()
            lines = [json.dumps({"id": n, "one": it["one_text"], "other": it["other_text"]}) for n, it in enumerate(pairs)]
            done = subprocess.run([command, "compare"], input="\n".join(lines), capture_output=True, text=True, check=True)
            found = [json.loads(line) for line in done.stdout.splitlines()]
            columns = {key: [it[key] for it in pairs] for key in ("one", "other")}
            columns |= {key: [it[key] for it in found] for key in ("similarity", "shared", "same")}
            yield pyarrow.RecordBatch.from_pydict(columns, schema=COMPARED_ROWS)

    return batches


COMPARED = "one string, other string, similarity double, shared double, same boolean"
COMPARED_ROWS = pyarrow.schema(
    [("one", pyarrow.string()), ("other", pyarrow.string()), ("similarity", pyarrow.float64()), ("shared", pyarrow.float64()), ("same", pyarrow.bool_())]
)


def near_duplicates(spark, command, folders):
    """The groups of near-duplicates of all parts, as `dateline export` gives them for one."""
    # On this machine's folders, whatever the cluster's own file system is.
    read = lambda table: spark.read.parquet(*[f"file://{folder}/{table}.parquet" for folder in folders])
    # The order of the corpus: files by name, then places in the file.
    place = F.struct("file", "start", "article")
    articles = read("articles").select("article", place.alias("place"))
    twice = articles.groupBy("article").count().where("count > 1").select("article").limit(1).collect()
    if twice:
        raise SystemExit(f"expected each article in one part, found two called {twice[0].article}; rename one of their files")
    signatures = read("signatures")
    texts = signatures.select("article", "whole").distinct().join(articles, "article")
    # Equal texts are one from here on: the first of them.
    first = F.first("place").over(Window.partitionBy("whole").orderBy("place"))
    texts = texts.withColumn("first", first).cache()
    equal = texts.where("place <> first").select(F.col("first.article").alias("one"), F.col("article").alias("other"))
    distinct = texts.where("place = first").select("article")
    # In each shingle, each text and those that follow it; hashes are numbers without a sign.
    shingles = signatures.where("shingle IS NOT NULL").join(distinct, "article")
    follow = Window.partitionBy("shingle").orderBy(F.col("whole") < 0, "whole")
    nexts = F.array(*[F.lead("article", n).over(follow) for n in range(1, NEXT + 1)])
    pairs = shingles.select(F.col("article").alias("one"), nexts.alias("others"))
    pairs = pairs.select("one", F.explode("others").alias("other")).where("other IS NOT NULL")
    candidates = pairs.groupBy("one", "other").count().where(F.col("count") >= WORTH_A_LOOK).select("one", "other")
    blocks = read("blocks").groupBy("article").agg(F.sort_array(F.collect_list(F.struct("block", "text"))).alias("blocks"))
    blocks = blocks.select("article", F.col("blocks.text").alias("text"))

    def compared(pairs):
        with_one = pairs.join(blocks.select(F.col("article").alias("one"), F.col("text").alias("one_text")), "one")
        both = with_one.join(blocks.select(F.col("article").alias("other"), F.col("text").alias("other_text")), "other")
        return both.mapInArrow(compare(command), COMPARED)

    edges = equal.union(compared(candidates).where("same").select("one", "other")).localCheckpoint()
    both_ways = edges.union(edges.select("other", "one"))
    # Each text takes the first of those that it is joined with, until none changes.
    groups = texts.select("article", F.col("place").alias("first")).join(both_ways.select(F.col("one").alias("article")).distinct(), "article")
    while True:
        around = both_ways.join(groups.withColumnRenamed("article", "one"), "one").select(F.col("other").alias("article"), "first")
        joined = groups.union(around).groupBy("article").agg(F.min("first").alias("first")).localCheckpoint()
        changed = joined.alias("new").join(groups.alias("old"), "article").where("new.first <> old.first").limit(1).count()
        groups = joined
        if not changed:
            break
    members = groups.select(F.col("first.article").alias("one"), F.col("article").alias("other"), F.col("first").alias("group_place"))
    whole = texts.select("article", "whole")
    members = members.join(whole.select(F.col("article").alias("one"), F.col("whole").alias("one_whole")), "one")
    members = members.join(texts.select(F.col("article").alias("other"), "whole", "place"), "other").cache()
    others = compared(members.where("one_whole <> whole").select("one", "other")).drop("same")
    same = members.where("one_whole = whole").select("one", "other", F.lit(1.0).alias("similarity"), F.lit(1.0).alias("shared"))
    rows = same.union(others).join(members.select("one", "other", "group_place", "place"), ["one", "other"])
    rows = rows.orderBy("group_place", "place")
    return rows.select(F.col("one").alias("group"), F.col("other").alias("article"), "similarity", "shared")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True)
    parser.add_argument("--dateline", default="dateline", help="the command, as executors find it")
    parser.add_argument("--parts", type=int, default=0, help="how many tasks; without it, four for each core")
    parser.add_argument("--master", help="where spark-submit does not say it")
    given = parser.parse_args()
    builder = SparkSession.builder.appName("dateline").config("spark.sql.session.timeZone", "UTC")
    spark = (builder.master(given.master) if given.master else builder).getOrCreate()
    spark.sparkContext.setLogLevel("WARN")
    texts, tables = given.texts.resolve(), given.output.resolve()
    names = names_in(texts)
    if not names:
        raise SystemExit(f"expected files in {given.texts}, found none")
    tables.mkdir(parents=True, exist_ok=True)
    # Parts of an earlier run would be read with those of this one.
    for old in [*tables.glob("part-*"), tables / "near_duplicates"]:
        shutil.rmtree(old, ignore_errors=True)
    parts = min(max(given.parts or 4 * spark.sparkContext.defaultParallelism, -(-len(names) // MOST_FILES)), len(names))
    # Files that follow each other are one part, so that the parts in order are the order of the corpus.
    rows = [(part, names[part * len(names) // parts : (part + 1) * len(names) // parts]) for part in range(parts)]
    files = spark.createDataFrame(spark.sparkContext.parallelize(rows, parts), "part int, names array<string>")
    done = files.mapInArrow(export(given.dateline, texts, tables), "part int, said string").cache()
    for row in done.orderBy("part").toLocalIterator():
        print(f"part {row.part}: {row.said.strip()}", flush=True)
    folders = [tables / f"part-{part:05}" for part in range(parts)]
    folders = [folder for folder in folders if (folder / "corpus.parquet").is_file()]
    if not folders:
        raise SystemExit(f"expected an article in {texts}, found none; what the parts say above says why")
    groups = near_duplicates(spark, given.dateline, folders)
    groups.coalesce(1).write.mode("overwrite").parquet(f"file://{tables}/near_duplicates")
    # They knew their own part alone.
    for folder in folders:
        (folder / "near_duplicates.parquet").unlink()
    spark.stop()


if __name__ == "__main__":
    main()
