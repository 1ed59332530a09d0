package io.waymark.indicator;

import io.waymark.indicator.domain.FigureDutyStore;
import io.waymark.indicator.domain.FigureStore;
import io.waymark.indicator.evaluate.SnapshotStore;
import io.waymark.indicator.judge.JudgementStore;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.testkit.MutableClock;

/** What this service keeps, in memory. */
final class MemoryStores implements Stores {
  private final MutableClock clock = MutableClock.at("2026-01-10T02:00:00Z");
  private final MemoryPlans plans = new MemoryPlans();
  private final MemoryFigures figures = new MemoryFigures();
  private final MemoryFigureDuties duties = new MemoryFigureDuties(plans, figures);
  private final MemoryJudgements judgements = new MemoryJudgements(plans);
  private final MemorySnapshots snapshots = new MemorySnapshots();

  @Override
  public void load(ImportPlanRequest plan) {
    plans.load(plan, clock.instant());
  }

  @Override
  public MutableClock clock() {
    return clock;
  }

  @Override
  public FigureStore figures() {
    return figures;
  }

  @Override
  public FigureDutyStore duties() {
    return duties;
  }

  @Override
  public JudgementStore judgements() {
    return judgements;
  }

  @Override
  public SnapshotStore snapshots() {
    return snapshots;
  }
}
