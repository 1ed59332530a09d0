package io.waymark.cli.demo;

/**
 * What a play did.
 *
 * @param reports progress reports acknowledged
 * @param figures indicator figures acknowledged
 * @param stops suspensions and resumptions acknowledged
 * @param repeated reports and figures that had been recorded before this play: nothing was written
 *     for them
 */
public record PlayReport(int reports, int figures, int stops, int repeated) {

  /** True if everything had been played before. */
  public boolean changedNothing() {
    return repeated == reports + figures;
  }
}
