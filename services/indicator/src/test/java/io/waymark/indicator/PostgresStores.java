package io.waymark.indicator;

import io.waymark.indicator.domain.FigureDutyStore;
import io.waymark.indicator.domain.FigureStore;
import io.waymark.indicator.evaluate.SnapshotStore;
import io.waymark.indicator.judge.JudgementStore;
import io.waymark.indicator.postgres.FigureDutyRows;
import io.waymark.indicator.postgres.JudgementLog;
import io.waymark.indicator.postgres.Observations;
import io.waymark.indicator.postgres.Snapshots;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.testkit.Database;
import io.waymark.testkit.MutableClock;

/** What this service keeps, on PostgreSQL. */
final class PostgresStores implements Stores, AutoCloseable {
  private final RailOnPostgres rail;

  PostgresStores(Database database) {
    rail = new RailOnPostgres(database);
  }

  @Override
  public void load(ImportPlanRequest plan) {
    rail.plans.handle(plan, Rail.PLAN_OFFICE);
  }

  @Override
  public MutableClock clock() {
    return rail.clock;
  }

  @Override
  public FigureStore figures() {
    return new Observations(rail.db);
  }

  @Override
  public FigureDutyStore duties() {
    return new FigureDutyRows(rail.db, RailOnPostgres.ZONE);
  }

  @Override
  public JudgementStore judgements() {
    return new JudgementLog(rail.db);
  }

  @Override
  public SnapshotStore snapshots() {
    return new Snapshots(rail.db);
  }

  @Override
  public void close() {
    rail.close();
  }
}
