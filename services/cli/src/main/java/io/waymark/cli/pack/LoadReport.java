package io.waymark.cli.pack;

import io.waymark.proto.type.v1.ImportCounts;

/**
 * What a load did, by kind of item.
 *
 * @param revisions revisions of targets by document
 * @param decisions schedules by document, steps, stops and reporting rules
 * @param sharesWritten how many targets are shared out otherwise than before
 * @param backgroundFigures figures of the pack that are no part of a series and so were not loaded
 */
public record LoadReport(
    Counts bureaus,
    Counts indicators,
    Counts targets,
    Counts projects,
    Counts observations,
    Counts revisions,
    Counts decisions,
    int sharesWritten,
    int backgroundFigures) {

  /** True if everything was there already. */
  public boolean changedNothing() {
    return bureaus.written()
            + indicators.written()
            + targets.written()
            + projects.written()
            + observations.written()
            + revisions.written()
            + decisions.written()
            + sharesWritten
        == 0;
  }

  /** How many items were new, differed, or were the same as before. */
  public record Counts(int created, int changed, int unchanged) {
    static final Counts NONE = new Counts(0, 0, 0);

    static Counts of(ImportCounts counts) {
      return new Counts(counts.getCreated(), counts.getChanged(), counts.getUnchanged());
    }

    Counts plus(Counts other) {
      return new Counts(
          created + other.created, changed + other.changed, unchanged + other.unchanged);
    }

    /** Items for which something was written. */
    public int written() {
      return created + changed;
    }

    /** All items. */
    public int total() {
      return created + changed + unchanged;
    }
  }
}
