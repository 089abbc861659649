// Help in English.
import type { HelpTexts } from './help-texts.ts';

export const englishHelp: HelpTexts = {
  overview: `tierflow: customer segmentation flows on the command line

  tierflow run FLOW.json --data NAME=FILE …         fit and apply once, print counts per node and tier
  tierflow compile FLOW.json --data NAME=FILE … -o DEFINITION.json
                                                    write the fitted definition, print its digest
  tierflow decide DEFINITION.json < RECORDS.ndjson  one record per line in, one decision per line out
  tierflow check FLOW.json [--data NAME=FILE …]     say what is wrong with a flow, and where
  tierflow verify DEFINITION.json                   check a definition file, print its digest
  tierflow sql DEFINITION.json --dialect duckdb --table NAME
                                                    print the definition as a query over a table
  tierflow profile FILE                             say what is in a data file
  tierflow serve                                    start the server with the studio

  tierflow COMMAND --help says more. --lang en or zh-CN chooses the language.
  Exit code: 0 done, 1 the input is wrong, 2 the command line is wrong.
`,
  commands: {
    run: `tierflow run FLOW.json --data NAME=FILE … [--as-of DATE] [--previous FILE] [--out FILE.csv|.ndjson|.parquet]
  [--raw] [--json]

Imports the files, fits the flow on them and applies it to every customer. Prints how many people are on every node, in every
tier and playbook. Nothing is kept but the file of --out.

  --data NAME=FILE  the file of a data set of the flow; once per data set (CSV, TSV, JSON, NDJSON)
  --as-of DATE      the day on which recency and windows are counted, YYYY-MM-DD; default: the last day in the data
  --previous FILE   the --out file of an earlier run: which tier the customers had, and since when; for flows that hold tiers.
                    Without it all customers are new. CSV, NDJSON or Parquet with the columns key, tier and since
  --out FILE        one row per customer: key, tier, score, scores, labels, segments, playbooks, named columns; in flows that hold
                    tiers also since when
  --raw             in CSV, leave texts that begin like a formula (= + - @) as they are
  --json            print one JSON object instead of tables
`,
    compile: `tierflow compile FLOW.json --data NAME=FILE … [--as-of DATE] -o DEFINITION.json

Fits the flow on the files and writes the definition as canonical JSON, with synthetic test vectors. Prints its digest.

  --data NAME=FILE  the file of a data set of the flow; once per data set (CSV, TSV, JSON, NDJSON)
  --as-of DATE      the day of the fit, YYYY-MM-DD; default: the last day in the data
  -o, --out FILE    where the definition goes
`,
    decide: `tierflow decide DEFINITION.json [--as-of DATE] [--trace] < RECORDS.ndjson > DECISIONS.ndjson

Verifies the definition, then answers every line with one line, in order. A record is one JSON object per customer, with its
collections inside: {"customer_id": "7", "orders": [{"ordered_at": "2026-01-02T10:00:00Z", "amount": 10}]}. The tier a customer had is
told by "$previous": {"tier": "gold", "since": "2026-01-05"}; without it the customer is new. A line that cannot be read is
answered by {"error": {"code", "message", "line"}} in its place; the exit code is then 1, and all other lines are decided.

  --as-of DATE      the day on which recency and windows are counted, YYYY-MM-DD; default: the day of the fit
  --trace           say for every node what was computed and where the customer went
`,
    check: `tierflow check FLOW.json [--data NAME=FILE …] [--json]

Says what is wrong with a flow: node, place in its settings, sentence and code. The exit code is 1 if there are errors.

  --data NAME=FILE  check against the columns of these files as well
  --json            print one JSON object {"diagnostics": […]}
`,
    verify: `tierflow verify DEFINITION.json [--digest sha256:…]

Checks the canonical form of the bytes, the shape, that all functions are known, that references are sound, and that both
evaluators reproduce the test vectors. Prints the digest.

  --digest DIGEST   the digest that the file must have
`,
    sql: `tierflow sql DEFINITION.json --dialect duckdb|clickhouse --table NAME [--as-of DATE]

Prints a SELECT that answers for every row of the table what decide answers for a record: key, tier, score, scores, labels, segments and
playbooks as lists, notes. What the dialect has no equal for is refused with a code; clickhouse is not there yet.

The table has one row per customer, with a column for each field of the definition's input, and for each collection a list of structs:
The tier a customer had, in definitions that hold tiers, is read from the columns "$previous.tier" and "$previous.since".
  CREATE VIEW people AS SELECT c.*, (SELECT list(o) FROM orders o WHERE o.customer_id = c.id) AS orders FROM customers c

  --dialect NAME    duckdb or clickhouse
  --table NAME      the table or view; SCHEMA.NAME for one in a schema
  --as-of DATE      the day on which recency and windows are counted, YYYY-MM-DD; default: the day of the fit
`,
    profile: `tierflow profile FILE [--encoding NAME] [--delimiter CHARACTER] [--time-zone ZONE] [--json]

Says how a file is read and what is in it: encoding, columns, types, fill, distinct values, least and most, rejected rows with
line and reason, repeated rows. Nothing is imported.

  --encoding NAME        instead of the one that is recognised, for example gb18030
  --delimiter CHARACTER  instead of the one that is recognised; \\t for a tab
  --time-zone ZONE       in which times without a zone are read; default UTC
  --json                 print one JSON object
`,
    serve: `tierflow serve [--port PORT] [--host HOST] [--data-dir FOLDER] [--no-examples]

Starts the server with the studio and prints its address. Ends on Ctrl-C.

  --port PORT       default 8787, or the environment's PORT
  --host HOST       default 127.0.0.1; another one needs TIERFLOW_INSECURE=1
  --data-dir FOLDER the folder that holds all data, or the environment's TIERFLOW_DATA
  --no-examples     do not make example data on the first start
`,
  },
};
