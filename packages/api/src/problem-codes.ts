// The closed table of problem codes: status and words of everything the runtime refuses. Codes are stable for ever.

interface ProblemSpec {
  readonly status: number;
  readonly en: string;
  readonly 'zh-CN': string;
}

function problem(status: number, en: string, zh: string): ProblemSpec {
  return { status, en, 'zh-CN': zh };
}

/** Code → HTTP status and message; `{name}` stands for a parameter. */
export const problemTable = {
  // The request itself
  'request.json': problem(
    400,
    'The body is not JSON: line {line}, column {column}.',
    '请求体不是合法的 JSON：第 {line} 行第 {column} 列。',
  ),
  'request.invalid': problem(422, 'The request does not have the expected form.', '请求内容不符合要求的格式。'),
  'request.parameter': problem(400, 'A parameter in the address is missing or wrong.', '地址中的参数缺失或不正确。'),
  'request.header': problem(400, 'The header {name} cannot be read.', '无法读取请求头 {name}。'),
  'request.malformed': problem(400, 'This is not a valid HTTP request.', '不是合法的 HTTP 请求。'),
  'request.too-large': problem(413, 'The body is larger than {limit} bytes.', '请求体超过 {limit} 字节。'),
  'request.header-too-large': problem(431, 'The request headers are too large.', '请求头过大。'),
  'request.timeout': problem(408, 'The request did not arrive in time.', '请求未能及时送达。'),
  'request.media-type': problem(415, 'This content type is not accepted here.', '此处不接受该内容类型。'),
  'request.not-acceptable': problem(406, 'None of the accepted formats can be answered.', '无法以可接受的格式返回。'),
  'request.host': problem(403, 'This host name is not served.', '不为该主机名提供服务。'),
  'request.origin': problem(403, 'Requests from this origin are refused.', '拒绝来自该来源的请求。'),
  'route.unknown': problem(404, 'There is nothing at this address.', '该地址没有内容。'),
  'route.method': problem(405, 'The method is not allowed at this address.', '该地址不允许此方法。'),
  // Preconditions
  'precondition.required': problem(
    428,
    'A changing request needs If-Match, the first one If-None-Match: *.',
    '修改请求需要 If-Match；首次保存使用 If-None-Match: *。',
  ),
  'precondition.failed': problem(412, 'The content has changed in the meantime.', '内容在此期间已被修改。'),
  'idempotency.missing': problem(400, 'The header Idempotency-Key is missing.', '缺少请求头 Idempotency-Key。'),
  'idempotency.in-progress': problem(
    409,
    'A request with this Idempotency-Key is still being worked on.',
    '使用该 Idempotency-Key 的请求仍在处理中。',
  ),
  'idempotency.reused': problem(422, 'This Idempotency-Key was used with another request.', '该 Idempotency-Key 已用于另一请求。'),
  // Data
  'dataset.unknown': problem(404, 'There is no data set named {name}.', '没有名为 {name} 的数据集。'),
  'dataset.none': problem(409, 'The data set {name} was not imported yet.', '尚未导入数据集 {name}。'),
  'import.unknown': problem(404, 'There is no such import.', '没有这次导入。'),
  'import.empty': problem(422, 'The file is empty.', '文件为空。'),
  'import.format': problem(422, 'This file cannot be read as a table.', '无法将该文件读作表格。'),
  'import.encoding': problem(
    422,
    'The file is not written in the encoding {encoding}: line {line} cannot be read.',
    '该文件不是 {encoding} 编码：第 {line} 行无法读取。',
  ),
  'import.encoding-unknown': problem(422, 'There is no encoding named {encoding}.', '没有名为 {encoding} 的编码。'),
  'import.encoding-unclear': problem(422, 'The encoding of the file cannot be told; name it.', '无法判断文件编码，请指定。'),
  'import.dialect': problem(422, 'The {what} {value} cannot be used.', '无法使用 {what} {value}。'),
  'import.mapping': problem(422, 'The column {column} cannot be read as {type} {format}.', '列 {column} 无法按 {type} {format} 读取。'),
  'import.column': problem(
    422,
    'The file has no column named {column}. It has: {columns}',
    '文件中没有名为 {column} 的列。现有：{columns}',
  ),
  'import.column-twice': problem(422, 'Two columns would be named {column}.', '有两列会同名为 {column}。'),
  'import.columns': problem(422, 'The file has more than {limit} columns.', '文件超过 {limit} 列。'),
  'import.header': problem(422, 'The header of the file cannot be read.', '无法读取文件的表头。'),
  'import.line': problem(422, 'A line is longer than {limit} bytes.', '有一行超过 {limit} 字节。'),
  'import.key': problem(
    422,
    'No column holds the customer key; name one. The file has: {columns}',
    '没有客户编号列，请指定。现有：{columns}',
  ),
  'import.customer': problem(
    422,
    'No column names the customer of a line; name one. The file has: {columns}',
    '没有指明客户的列，请指定。现有：{columns}',
  ),
  'import.time': problem(422, 'The column {column} holds {type}, not dates.', '列 {column} 是 {type}，不是日期。'),
  'import.time-zone': problem(422, 'There is no time zone named {timeZone}.', '没有名为 {timeZone} 的时区。'),
  'import.too-large': problem(422, 'The file needs more memory than an import may use.', '文件所需内存超过导入上限。'),
  'import.types': problem(
    400,
    'The parameter types is not a JSON object of column names and types.',
    '参数 types 不是“列名 → 类型”的 JSON 对象。',
  ),
  'import.rejected': problem(
    422,
    '{rejected} of {rows} rows were refused, more than is tolerated.',
    '{rows} 行中有 {rejected} 行被拒绝，超过允许的比例。',
  ),
  'import.crashed': problem(500, 'The import stopped unexpectedly.', '导入意外停止。'),
  'import.workbook': problem(422, 'The workbook cannot be read ({part}).', '无法读取该工作簿（{part}）。'),
  'table.rows': problem(422, 'The table has more than {limit} rows.', '表格超过 {limit} 行。'),
  'import.finished': problem(409, 'The import is already finished.', '导入已经结束。'),
  'generation.unknown': problem(404, 'There is no data generation {generation}.', '没有数据代 {generation}。'),
  'generation.corrupt': problem(500, 'The stored data of this generation is damaged.', '该数据代的存储内容已损坏。'),
  'data.too-large': problem(422, 'The data needs more memory than the limit of {limit} MB.', '数据所需内存超过 {limit} MB 的上限。'),
  'data.type': problem(
    422,
    'The column {column} was imported as {found} and cannot be read as {wanted}.',
    '列 {column} 导入为 {found}，无法读作 {wanted}。',
  ),
  'data.zones': problem(422, 'The data sets were imported in different time zones.', '各数据集按不同时区导入。'),
  'data.role': problem(422, 'A data set was imported in another role than the flow gives it.', '数据集导入时的角色与流程中的不符。'),
  'customer.unknown': problem(404, 'There is no customer with this key.', '没有该键的客户。'),
  // Flows
  'flow.unknown': problem(404, 'There is no flow with the id {id}.', '没有编号为 {id} 的流程。'),
  'flow.exists': problem(409, 'There is already a flow with the id {id}.', '编号为 {id} 的流程已存在。'),
  'flow.id': problem(422, 'The id inside the flow is not {id}.', '流程内容中的编号不是 {id}。'),
  'flow.emptied': problem(
    409,
    'An empty canvas does not replace a saved one with nodes unless the query says emptied=true.',
    '空画布不会覆盖已保存的节点，除非请求带有 emptied=true。',
  ),
  'draft.unknown': problem(404, 'The flow {id} has no draft.', '流程 {id} 没有草稿。'),
  'version.unknown': problem(404, 'The flow {id} has no version {version}.', '流程 {id} 没有版本 {version}。'),
  'node.unknown': problem(404, 'The flow has no node {node} that can be counted at {port}.', '流程中没有可在 {port} 处计数的节点 {node}。'),
  'tier.unknown': problem(404, 'The node {node} has no tier {tier}.', '节点 {node} 没有等级 {tier}。'),
  'column.unknown': problem(422, 'There is no column {column} at this place.', '此处没有列 {column}。'),
  'preview.superseded': problem(409, 'A newer preview of the same client took its place.', '已被同一客户端更新的预览取代。'),
  'preview.failed': problem(500, 'The preview could not be computed.', '无法完成预览计算。'),
  'publish.gates': problem(422, 'The flow cannot be published yet.', '流程尚不能发布。'),
  // Definitions and decisions
  'definition.unknown': problem(404, 'There is no published definition named {name}.', '没有名为 {name} 的已发布定义。'),
  'artifact.corrupt': problem(500, 'The stored definition is damaged and is not served.', '存储的定义已损坏，停止提供。'),
  'record.invalid': problem(422, 'The record cannot be read.', '无法读取该记录。'),
  // Runs, jobs, pages
  'run.unknown': problem(404, 'There is no such run.', '没有这次运行。'),
  'run.unfinished': problem(409, 'The run is not finished.', '运行尚未完成。'),
  'run.failed': problem(500, 'The run could not be completed.', '运行未能完成。'),
  'job.unknown': problem(404, 'There is no such job.', '没有该任务。'),
  'page.cursor': problem(400, 'The cursor cannot be read.', '无法读取分页游标。'),
  // The server
  'server.busy': problem(503, 'The server is busy; try again soon.', '服务器繁忙，请稍后重试。'),
  'server.draining': problem(503, 'The server is shutting down.', '服务器正在关闭。'),
  'storage.full': problem(507, 'There is no space left to store this.', '存储空间不足。'),
  'storage.failed': problem(500, 'The storage answers with an error.', '存储设备返回错误。'),
  'server.error': problem(500, 'Something went wrong on the server.', '服务器发生错误。'),
} as const satisfies Record<string, ProblemSpec>;

export type ProblemCode = keyof typeof problemTable;

/** Codes in table order. */
export const problemCodes = Object.keys(problemTable) as readonly ProblemCode[];
