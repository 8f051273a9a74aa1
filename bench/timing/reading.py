"""Reads the workbooks given as arguments with openpyxl (read-only) and pandas; prints the median seconds of a round as JSON."""
import json, statistics, sys, time, warnings

warnings.simplefilter("ignore")
rounds, paths = int(sys.argv[1]), sys.argv[2:]


def with_openpyxl(path):
    import openpyxl
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
    book.close()
    return cells


def with_pandas(path):
    import pandas
    return sum(int(frame.count().sum()) for frame in pandas.read_excel(path, sheet_name=None, header=None).values())


def median(read):
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        for path in paths:
            read(path)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


found = {}
for name, module, read in (("openpyxl", "openpyxl", with_openpyxl), ("pandas", "pandas", with_pandas)):
    try:
        __import__(module)
    except ImportError:
        continue
    found[name] = median(read)
print(json.dumps(found))
