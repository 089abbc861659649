// The doors of the flow package.
export { type AddOptions, addNode, insertOnEdge } from './commands/add-node.ts';
export type { Change, Command, Point, Refusal, Step } from './commands/change.ts';
export { connect, connectRefusal, disconnect, reconnect } from './commands/connect.ts';
export { inSeason } from './commands/in-season.ts';
export { type LeverName, leverOf, setLever } from './commands/levers.ts';
export { moveNodes, tidy } from './commands/move.ts';
export { type Clip, clipSchema, copyNodes, parseClip, pasteClip } from './commands/paste.ts';
export { removeNodes } from './commands/remove-nodes.ts';
export { moveSeason, putSeason, removeSeason, setSeasonValue } from './commands/seasons.ts';
export { type ConfigEdit, renameNode, setConfig, setNote } from './commands/set-config.ts';
export { putPlaybook, removePlaybook, replaceFlow, setTimeZone, setTitle } from './commands/whole-flow.ts';
export { type MappedSet, mapDataSets, type StoredSet, storedName } from './data-mapping.ts';
export { diffFlows, type FieldChange, type FlowChange, type FlowDiff, sameContent } from './diff.ts';
export { defaultPort, edgeKey, flowOrder, freshId, nodeOf, portOf, reachableFrom } from './graph.ts';
export { commit, type History, historyLimit, openHistory, redo, undo } from './history.ts';
export { flowLayout } from './layout/flow-layout.ts';
export { guessedSize, type NodeSize } from './layout/guessed-size.ts';
export { readPath, sameJson, writePath } from './path.ts';
export { playbooksNamed } from './playbooks-named.ts';
export {
  dataSchema,
  edgeSchema,
  type Flow,
  type FlowData,
  type FlowEdge,
  type FlowLever,
  type FlowNode,
  type FlowSeason,
  flowSchema,
  nodeSchema,
  type Playbook,
  playbookSchema,
  type SeasonValue,
  seasonSchema,
  type Title,
  titleSchema,
} from './schema.ts';
export { flowInSeason, flowOn, flowSeasonOn, seasonValueOf } from './seasons.ts';
export { localText } from './title.ts';
