import Store

/// The tables of the schedule in the store.
///
/// Times are seconds since 1970. A step that has been released is never changed.
let scheduleMigrations = StoreMigrations(
  subject: "schedule",
  steps: [
    (
      name: "jobs-and-ledger",
      sql: """
      CREATE TABLE schedule_job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        template TEXT NOT NULL,
        source TEXT NOT NULL,
        each TEXT NOT NULL,
        cadence TEXT NOT NULL,
        due TEXT NOT NULL,
        zone TEXT NOT NULL,
        window TEXT NOT NULL,
        output TEXT NOT NULL,
        destinations TEXT NOT NULL,
        settings TEXT NOT NULL,
        roots TEXT NOT NULL,
        paused INTEGER NOT NULL,
        since INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX schedule_job_name ON schedule_job (name) WHERE NOT removed;

      CREATE TABLE schedule_period (
        job INTEGER NOT NULL REFERENCES schedule_job (id),
        period TEXT NOT NULL,
        due INTEGER NOT NULL,
        planned INTEGER,
        attempts INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        failed INTEGER,
        next_attempt INTEGER,
        PRIMARY KEY (job, period)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE schedule_delivery (
        id INTEGER PRIMARY KEY,
        job INTEGER NOT NULL REFERENCES schedule_job (id),
        period TEXT NOT NULL,
        position INTEGER NOT NULL,
        organisation TEXT NOT NULL,
        destination TEXT NOT NULL,
        document TEXT NOT NULL,
        token TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'claimed', 'rendered', 'delivered', 'failed')),
        attempts INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        sha256 TEXT,
        owner TEXT,
        lease_begins INTEGER,
        lease_ends INTEGER,
        next_attempt INTEGER,
        claimed INTEGER,
        rendered INTEGER,
        delivered INTEGER,
        failed INTEGER,
        UNIQUE (job, period, organisation, destination)
      ) STRICT;
      CREATE INDEX schedule_delivery_open ON schedule_delivery (job, period, position) WHERE state <> 'delivered';
      """
    )
  ]
)
