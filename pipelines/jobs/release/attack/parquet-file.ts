import type {FileTable, Text} from "../../../attack/files/file-table.ts";
import type {ColumnStatistics} from "../../../attack/files/parquet-traces.ts";
import type {SqlRow, Warehouse} from "../../../effects/warehouse.ts";

/** A Parquet file: its cells, what it says of itself, and its statistics, which anybody can read without the cells. */
export type ParquetFile = {readonly table: FileTable; readonly metadata: ReadonlyMap<string, string>; readonly statistics: readonly ColumnStatistics[]};

const literal = (path: string) => `'${path.replaceAll("'", "''")}'`;
const statisticsSql = (path: string) => `select path_in_schema as name, row_group_id, row_group_num_rows::integer as rows, stats_min_value as least,
  stats_max_value as most, stats_null_count::integer as nulls, stats_distinct_count::integer as different from parquet_metadata(${literal(path)}) order by row_group_id`;

const statisticsOf = (rows: readonly SqlRow[]): ColumnStatistics[] => {
  const groups = new Map(rows.map(({row_group_id, rows: size}) => [row_group_id, size as number]));
  const starts = new Map<SqlRow[string], number>();
  let from = 0;
  for (const [group, size] of groups) {
    starts.set(group!, from);
    from += size;
  }
  return rows.map(({name, row_group_id, rows: size, least, most, nulls, different}) => ({
    column: name as string,
    from: starts.get(row_group_id!)!,
    rows: size as number,
    min: least as Text,
    max: most as Text,
    nulls: nulls as number | null,
    distinct: different as number | null,
  }));
};

export const parquetFile = async (database: Warehouse, path: string, file: string): Promise<ParquetFile> => {
  const {names, columns} = await database.values(`select columns(*)::varchar from read_parquet(${literal(path)})`);
  const about = await database.rows(`select decode(key) as name, decode(value) as said from parquet_kv_metadata(${literal(path)})`);
  return {
    table: {file, names, columns: columns as Text[][]},
    metadata: new Map(about.map(({name, said}) => [name as string, said as string])),
    statistics: statisticsOf(await database.rows(statisticsSql(path))),
  };
};
