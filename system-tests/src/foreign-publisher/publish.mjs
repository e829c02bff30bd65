// Publishes one event as somebody else's portal would: with kafkajs, Confluent's frame and the schema that is registered.
//   node publish.mjs BROKERS REGISTRY TOPIC < event.json
// REGISTRY is the address of Confluent's API; the event is in the JSON form of its schema.
// Prints {"partition", "offset", "schemaId"}.
import { Kafka, logLevel } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const [brokers, registryUri, topic] = process.argv.slice(2);
if (!brokers || !registryUri || !topic) {
  console.error('usage: node publish.mjs BROKERS REGISTRY TOPIC < event.json');
  process.exit(2);
}

/** The contract's JSON writes times as ISO 8601 and puts a person's names together; its Avro has milliseconds and one flat record. */
function avroForm(event) {
  const flat = { ...event, occurredAt: Date.parse(event.occurredAt) };
  if (flat.lodgement?.lodgedAt) {
    flat.lodgement = { ...flat.lodgement, lodgedAt: Date.parse(flat.lodgement.lodgedAt) };
  }
  if (flat.entity) {
    const { person = {}, ...entity } = flat.entity;
    for (const [name, value] of Object.entries(person ?? {})) {
      entity['person' + name[0].toUpperCase() + name.slice(1)] = value;
    }
    flat.entity = entity;
  }
  return flat;
}

async function standardInput() {
  const chunks = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const event = JSON.parse(await standardInput());
const registry = new SchemaRegistry({ host: registryUri });
const schemaId = await registry.getLatestSchemaId(`${topic}-value`);
const value = await registry.encode(schemaId, avroForm(event));

const kafka = new Kafka({ clientId: 'foreign-portal', brokers: brokers.split(','), logLevel: logLevel.ERROR });
const producer = kafka.producer();
await producer.connect();
try {
  const [sent] = await producer.send({
    topic,
    acks: -1,
    messages: [{ key: event.businessId, value, headers: { eventId: event.eventId } }],
  });
  console.log(JSON.stringify({ partition: sent.partition, offset: sent.baseOffset, schemaId }));
} finally {
  await producer.disconnect();
}
