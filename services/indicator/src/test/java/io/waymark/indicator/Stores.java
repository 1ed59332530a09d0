package io.waymark.indicator;

import io.waymark.indicator.domain.FigureDutyStore;
import io.waymark.indicator.domain.FigureStore;
import io.waymark.indicator.evaluate.SnapshotStore;
import io.waymark.indicator.judge.JudgementStore;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.testkit.MutableClock;

/** What this service keeps, of one kind: in memory or on PostgreSQL. */
interface Stores {
  /** Imports a plan now. */
  void load(ImportPlanRequest plan);

  MutableClock clock();

  FigureStore figures();

  FigureDutyStore duties();

  JudgementStore judgements();

  SnapshotStore snapshots();
}
