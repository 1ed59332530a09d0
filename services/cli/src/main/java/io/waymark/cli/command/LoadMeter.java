package io.waymark.cli.command;

import io.waymark.cli.bulk.Meter;
import io.waymark.cli.pack.LoadProgress;
import java.util.EnumMap;
import java.util.Map;

/** Adds the stages of a load up to one bar. */
final class LoadMeter implements LoadProgress {
  private final Map<Stage, Integer> done = new EnumMap<>(Stage.class);
  private final Meter meter;
  private final int all;

  LoadMeter(Meter meter, int all) {
    this.meter = meter;
    this.all = all;
  }

  @Override
  public void at(Stage stage, int doneOfStage, int total) {
    done.put(stage, doneOfStage);
    meter.at(done.values().stream().mapToInt(Integer::intValue).sum(), all);
  }
}
