package io.waymark.judging;

/** How finely the sums of projects are told apart. */
enum SumGrid {
  /** Where a projection is drawn. */
  DRAWN(32, 1, 32, false),
  /** Where it is published and the indicator's own walk smooths it. */
  PUBLISHED(64, 4, 128, false),
  /** Where projects alone carry the target: nothing smooths the sum, and each step tells. */
  ALONE(256, 16, 1024, true);

  private static final int MOST_CELLS = 1024;

  private final int cells;
  private final int cellsPerProject;
  private final int exactUpTo;
  private final boolean whole;

  SumGrid(int cells, int cellsPerProject, int exactUpTo, boolean whole) {
    this.cells = cells;
    this.cellsPerProject = cellsPerProject;
    this.exactUpTo = exactUpTo;
    this.whole = whole;
  }

  /** Steps from the least sum to the greatest, the more the more projects there are. */
  int steps(int projects) {
    int wanted = Math.max(cells, cellsPerProject * projects);
    return Math.min(MOST_CELLS, wanted) - 1;
  }

  /** Sums are exact where a common unit of the amounts needs fewer steps than this. */
  int exactUpTo() {
    return exactUpTo;
  }

  /** Whether each amount is rounded to whole steps, so that the extremes are kept. */
  boolean whole() {
    return whole;
  }
}
