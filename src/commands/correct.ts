import { Command } from 'commander';
import type { Derived } from '../../graph/derive.ts';
import { UsageError } from '../../graph/errors.ts';
import { ENTITY_TYPES, type EntityType, RELATION_TYPES } from '../../graph/schema.ts';
import type { Anchors } from '../identity/anchors.ts';
import { type AmendFlags, addDecisions, deciding } from './amend.ts';
import type { CommandIo } from './command-io.ts';
import { addCommand } from './correct-add.ts';
import { choose, mention, type NumberFlags, numbered } from './correct-flags.ts';
import { decimal } from './flags.ts';

/** `sotagraph correct`: put facts right that were read wrongly. */
export function correctCommand(io: CommandIo): Command {
  const correct = new Command('correct')
    .description('put right what was read wrongly; it stays right when the library is built again')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct value "result:2601.00001#32" 31.6');
  for (const command of [dropCommand, typeCommand, valueCommand, addCommand]) {
    correct.addCommand(command(io).copyInheritedSettings(correct));
  }
  return correct;
}

function dropCommand(io: CommandIo): Command {
  return deciding(new Command('drop'))
    .description('drop a claim, a number or a thing')
    .argument('<what>', '"simsd OUTPERFORMS eagle3 2601.00001", result:2601.00001#32, or a thing')
    .addHelpText('after', '\nExample:\n  $ sotagraph correct drop "result:2601.00001#32"')
    .action((what: string, flags: AmendFlags) =>
      addDecisions(
        (anchors, { graph }) => {
          if (graph.hasEdge(what)) return [dropEdge(what, anchors, graph)];
          if (what.startsWith('result:')) {
            return [{ kind: 'drop result', number: anchors.number(what) }];
          }
          return anchors.entities(what).map((entity) => ({ kind: 'drop entity', entity }) as const);
        },
        flags,
        io,
      ),
    );
}

function dropEdge(edge: string, anchors: Anchors, graph: Derived['graph']) {
  const attributes = graph.getEdgeAttributes(edge);
  const type = RELATION_TYPES.find((relation) => relation === attributes.type);
  if (!type) {
    throw new UsageError(
      `a ${attributes.type} edge follows from others; drop the thing or the result instead`,
    );
  }
  const [source, target] = graph.extremities(edge);
  return {
    kind: 'drop relation',
    source: type === 'PROPOSES' ? null : mention(anchors, source, attributes.paper),
    type,
    target: mention(anchors, target, attributes.paper),
    evidence: anchors.at(attributes.paper, attributes),
  } as const;
}

function typeCommand(io: CommandIo): Command {
  return deciding(new Command('type'))
    .description('decide the type of a thing')
    .argument('<thing>', 'its key or name; SCALE@2602.00002 for that paper alone')
    .argument('<type>', ENTITY_TYPES.join(', '))
    .addHelpText('after', '\nExample:\n  $ sotagraph correct type mmviad Benchmark')
    .action((thing: string, given: string, flags: AmendFlags) =>
      addDecisions(
        (anchors) => {
          const type = choose<EntityType>(given, ENTITY_TYPES);
          return anchors.entities(thing).map((entity) => ({ kind: 'type', entity, type }) as const);
        },
        flags,
        io,
      ),
    );
}

function valueCommand(io: CommandIo): Command {
  return numbered(deciding(new Command('value')))
    .description('put the value of a number right')
    .argument('<result>', 'its key: result:2601.00001#32')
    .argument('<value>', 'the number', decimal)
    .addHelpText('after', '\nExample:\n  $ sotagraph correct value "result:2601.00001#32" 31.6')
    .action((key: string, value: number, flags: NumberFlags) =>
      addDecisions(
        (anchors) => [
          {
            kind: 'value',
            number: anchors.number(key),
            value,
            ...(flags.unit && { unit: flags.unit }),
            ...(flags.kind && { resultKind: flags.kind }),
          },
        ],
        flags,
        io,
      ),
    );
}
