package import Store

extension StoreMigrations {
  /// The tables of indicators, their targets and values.
  ///
  /// Numbers and targets are texts, so that they stay exact. Targets, values and comments are only ever added to: the
  /// last row of a place is what holds, the rows before it are its history.
  package static let kpi = StoreMigrations(subject: "kpi", steps: [("1-create", createTables)])
}

private let createTables = """
  CREATE TABLE kpi_setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
  ) STRICT;

  CREATE TABLE kpi_organisation (
    code TEXT PRIMARY KEY NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    superior TEXT,
    symbol TEXT,
    place TEXT,
    authority TEXT,
    post TEXT,
    signer TEXT
  ) STRICT;

  CREATE TABLE kpi_indicator (
    code TEXT PRIMARY KEY NOT NULL,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    places INTEGER CHECK (places BETWEEN 0 AND 18),
    aggregation TEXT NOT NULL CHECK (aggregation IN ('sum', 'last', 'average')),
    pace TEXT CHECK (pace IN ('linear', 'full')),
    headline INTEGER NOT NULL CHECK (headline IN (0, 1))
  ) STRICT;

  CREATE TABLE kpi_target (
    id INTEGER PRIMARY KEY,
    organisation TEXT NOT NULL DEFAULT '',
    indicator TEXT NOT NULL REFERENCES kpi_indicator (code),
    period TEXT NOT NULL,
    target TEXT,
    recorded TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX kpi_target_place ON kpi_target (indicator, organisation, period, id);

  CREATE TABLE kpi_value (
    id INTEGER PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES kpi_organisation (code),
    indicator TEXT NOT NULL REFERENCES kpi_indicator (code),
    period TEXT NOT NULL,
    value TEXT,
    recorded TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX kpi_value_place ON kpi_value (organisation, indicator, period, id);

  CREATE TABLE kpi_comment (
    id INTEGER PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES kpi_organisation (code),
    indicator TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL,
    comment TEXT,
    recorded TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX kpi_comment_place ON kpi_comment (organisation, period, indicator, id);

  CREATE TRIGGER kpi_target_keeps BEFORE UPDATE ON kpi_target
    BEGIN SELECT RAISE(ABORT, 'targets are only added to'); END;
  CREATE TRIGGER kpi_target_stays BEFORE DELETE ON kpi_target
    BEGIN SELECT RAISE(ABORT, 'targets are only added to'); END;
  CREATE TRIGGER kpi_value_keeps BEFORE UPDATE ON kpi_value
    BEGIN SELECT RAISE(ABORT, 'values are only added to'); END;
  CREATE TRIGGER kpi_value_stays BEFORE DELETE ON kpi_value
    BEGIN SELECT RAISE(ABORT, 'values are only added to'); END;
  CREATE TRIGGER kpi_comment_keeps BEFORE UPDATE ON kpi_comment
    BEGIN SELECT RAISE(ABORT, 'comments are only added to'); END;
  CREATE TRIGGER kpi_comment_stays BEFORE DELETE ON kpi_comment
    BEGIN SELECT RAISE(ABORT, 'comments are only added to'); END;
  """
