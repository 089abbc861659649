// Help in Chinese.
import type { HelpTexts } from './help-texts.ts';

export const chineseHelp: HelpTexts = {
  overview: `tierflow：在命令行上运行客户分群流程

  tierflow run FLOW.json --data 名称=文件 …          拟合并应用一次，打印各节点与等级的人数
  tierflow compile FLOW.json --data 名称=文件 … -o DEFINITION.json
                                                     写出拟合后的定义，打印摘要
  tierflow decide DEFINITION.json < RECORDS.ndjson   每行一条记录，每行一个决策
  tierflow check FLOW.json [--data 名称=文件 …]      说明流程哪里有问题
  tierflow verify DEFINITION.json                    检查定义文件，打印摘要
  tierflow sql DEFINITION.json --dialect duckdb --table 名称
                                                     打印定义对应的查询语句
  tierflow profile 文件                              说明数据文件的内容
  tierflow serve                                     启动服务器与设计器

  tierflow 命令 --help 查看详情。--lang en 或 zh-CN 选择语言。
  退出码：0 完成，1 输入有误，2 命令行有误。
`,
  commands: {
    run: `tierflow run FLOW.json --data 名称=文件 … [--as-of 日期] [--previous 文件] [--out 文件.csv|.ndjson|.parquet]
  [--raw] [--json]

导入文件，在其上拟合流程并应用于每位客户，打印各节点、等级与运营策略的人数。除 --out 的文件外不保留任何内容。

  --data 名称=文件  流程中一个数据集的文件；每个数据集一次（CSV、TSV、JSON、NDJSON）
  --as-of 日期      计算最近消费与时间窗的截止日 YYYY-MM-DD；默认为数据中的最后一天
  --previous 文件   以往运行的 --out 文件：客户原有的等级及自何日起；用于保持等级的流程。未给出时所有客户都是新的。
                    CSV、NDJSON 或 Parquet，含 key、tier、since 列
  --out 文件        每位客户一行：键、等级、得分、各项分值、标签、分群、运营策略、具名列；保持等级的流程还有自何日起
  --raw             CSV 中以公式字符（= + - @）开头的文本保持原样
  --json            打印一个 JSON 对象而不是表格
`,
    compile: `tierflow compile FLOW.json --data 名称=文件 … [--as-of 日期] -o DEFINITION.json

在文件上拟合流程，把定义写成规范 JSON，并附合成的测试向量。打印其摘要。

  --data 名称=文件  流程中一个数据集的文件；每个数据集一次（CSV、TSV、JSON、NDJSON）
  --as-of 日期      拟合的截止日 YYYY-MM-DD；默认为数据中的最后一天
  -o, --out 文件    定义写到哪里
`,
    decide: `tierflow decide DEFINITION.json [--as-of 日期] [--trace] < RECORDS.ndjson > DECISIONS.ndjson

先检查定义，然后按顺序逐行回答。一条记录是每位客户一个 JSON 对象，集合在其中：
{"customer_id": "7", "orders": [{"ordered_at": "2026-01-02T10:00:00Z", "amount": 10}]}。客户原有的等级写为
"$previous": {"tier": "gold", "since": "2026-01-05"}，没有则为新客户。无法读取的行在其位置上回答
{"error": {"code", "message", "line"}}；此时退出码为 1，其余各行照常决策。

  --as-of 日期      计算最近消费与时间窗的截止日 YYYY-MM-DD；默认为拟合的截止日
  --trace           说明每个节点算出了什么、客户去了哪里
`,
    check: `tierflow check FLOW.json [--data 名称=文件 …] [--json]

说明流程的问题：节点、设置中的位置、说明与代码。有错误时退出码为 1。

  --data 名称=文件  同时对照这些文件的列
  --json            打印一个 JSON 对象 {"diagnostics": […]}
`,
    verify: `tierflow verify DEFINITION.json [--digest sha256:…]

检查内容是否为规范形式、结构、函数是否都认识、引用是否成立，以及两种求值器能否重现测试向量。打印摘要。

  --digest 摘要     文件必须具有的摘要
`,
    sql: `tierflow sql DEFINITION.json --dialect duckdb|clickhouse --table 名称 [--as-of 日期]

打印一条 SELECT：对表中每一行给出 decide 对一条记录的回答，即键、等级、得分、各项分值、标签、分群与运营策略（列表）、备注。
该方言无法等价表达的内容会被拒绝并给出代码；clickhouse 暂不支持。

表中每位客户一行，定义输入的每个字段一列，每个集合一列（结构体列表）：
保持等级的定义从列 "$previous.tier" 和 "$previous.since" 读取客户原有的等级。
  CREATE VIEW people AS SELECT c.*, (SELECT list(o) FROM orders o WHERE o.customer_id = c.id) AS orders FROM customers c

  --dialect 名称    duckdb 或 clickhouse
  --table 名称      表或视图；在某个 schema 中时写作 SCHEMA.名称
  --as-of 日期      计算最近消费与时间窗的截止日 YYYY-MM-DD；默认为拟合的截止日
`,
    profile: `tierflow profile 文件 [--encoding 名称] [--delimiter 字符] [--time-zone 时区] [--json]

说明文件如何读取、其中有什么：编码、列、类型、填充率、不同值、最小与最大、被拒绝的行（行号与原因）、重复行。不导入任何内容。

  --encoding 名称   代替识别出的编码，例如 gb18030
  --delimiter 字符  代替识别出的分隔符；\\t 表示制表符
  --time-zone 时区  没有时区的时间按此读取；默认 UTC
  --json            打印一个 JSON 对象
`,
    serve: `tierflow serve [--port 端口] [--host 主机] [--data-dir 目录] [--no-examples]

启动服务器与设计器并打印地址。按 Ctrl-C 结束。

  --port 端口       默认 8787，或环境变量 PORT
  --host 主机       默认 127.0.0.1；其他主机需要 TIERFLOW_INSECURE=1
  --data-dir 目录   存放所有数据的目录，或环境变量 TIERFLOW_DATA
  --no-examples     首次启动时不生成示例数据
`,
  },
};
