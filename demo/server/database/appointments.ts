import { sql, type Kysely, type Migration } from 'kysely';

/** Times that can be booked, who keeps one, what is booked or asked for, and what is offered. */
export const appointments: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('slot')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('practitioner', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('place', 'text')
      .addColumn('starts', 'text', (column) => column.notNull())
      .addColumn('ends', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addUniqueConstraint('slot_of_practitioner', ['practitioner', 'starts'])
      .execute();
    await db.schema
      .createTable('hold')
      .addColumn('slot', 'text', (column) => column.primaryKey().references('slot.id'))
      .addColumn('person', 'text', (column) => column.notNull().unique())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('extended', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('appointment')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('slot', 'text')
      .addColumn('starts', 'text')
      .addColumn('ends', 'text')
      .addColumn('kind', 'text')
      .addColumn('practitioner', 'text')
      .addColumn('place', 'text')
      .addColumn('video_url', 'text')
      .addColumn('preparation', 'text')
      .addColumn('topic', 'text')
      .addColumn('wishes', 'text', (column) => column.notNull())
      .addColumn('answer_by', 'text')
      .addColumn('waits', 'integer', (column) => column.notNull())
      .addColumn('offer', 'text')
      .addColumn('note', 'text')
      .addColumn('instructions', 'text')
      .addColumn('moved_to', 'text')
      .addColumn('moves', 'text')
      .addColumn('care', 'text')
      .addColumn('settled', 'integer', (column) => column.notNull())
      .addColumn('sort_at', 'text', (column) => column.notNull())
      .addColumn('change', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('offer')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('practice', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('until', 'text')
      .addColumn('appointment', 'text')
      .addColumn('moves', 'text')
      .addColumn('change', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('offer_slot')
      .addColumn('offer', 'text', (column) => column.notNull().references('offer.id'))
      .addColumn('slot', 'text', (column) => column.notNull().references('slot.id'))
      .addPrimaryKeyConstraint('offer_slot_once', ['offer', 'slot'])
      .execute();
    await db.schema
      .createTable('wanted_visit')
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('service', 'text', (column) => column.notNull())
      .addColumn('by_day', 'text', (column) => column.notNull())
      .addColumn('asker', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('wanted_visit_of_one', ['subject', 'service'])
      .execute();
    await db.schema.alterTable('kept_answer').addColumn('visit', 'text').execute();
    // The rule that makes two bookings of one slot impossible, whatever the code above it does.
    await db.schema
      .createIndex('appointment_of_slot')
      .on('appointment')
      .column('slot')
      .unique()
      .where(sql.ref('status'), '=', sql.lit('booked'))
      .execute();
    const indexes: readonly [string, string, string[]][] = [
      ['slot_days', 'slot', ['practice', 'service', 'day', 'starts', 'id']],
      ['slot_age', 'slot', ['ends']],
      ['hold_age', 'hold', ['until']],
      ['appointment_list', 'appointment', ['subject', 'sort_at', 'id']],
      ['appointment_requests', 'appointment', ['practice', 'settled', 'sort_at', 'id']],
      ['appointment_waitlist', 'appointment', ['practice', 'service', 'waits']],
      ['appointment_changes', 'appointment', ['practice', 'change']],
      ['offer_changes', 'offer', ['practice', 'change']],
      ['offer_slots', 'offer_slot', ['slot']],
    ];
    for (const [name, table, columns] of indexes) {
      await db.schema.createIndex(name).on(table).columns(columns).execute();
    }
  },
};
