package io.waymark.judging;

import org.jspecify.annotations.Nullable;

/** The arithmetic of a project's remaining time, in days, as a reader can follow it. */
final class CompletionSteps {
  private static final String PART = "projection";

  private final Trace trace;

  CompletionSteps(Trace trace) {
    this.trace = trace;
  }

  void add(Completion completion, ProjectState state) {
    Double left = completion.left();
    if (left == null) {
      return;
    }
    addMoves(state.moves());
    addSlip(completion, left, state.durationDays());
    Double earned = completion.earned();
    if (earned != null) {
      addPace(state.percent(), earned);
      String median = days(completion.median());
      trace.add(
          PART,
          Words.MEDIAN,
          "√(" + days(completion.declared()) + " × " + days(earned) + ") = " + median,
          Text.same(median));
    }
  }

  private void addMoves(ProjectState.Moves moves) {
    if (moves.overDays() > 0) {
      String moved = days(moves.movedDays());
      trace.add(PART, Words.RECORD, moved + " / " + days(moves.overDays()), Text.same(moved));
    }
  }

  private void addSlip(Completion completion, double left, double duration) {
    String before = completion.before() > 0 ? days(completion.before()) + " + " : "";
    String declared = days(completion.declared());
    trace.add(
        PART,
        Words.SLIP,
        before
            + days(left)
            + " + "
            + Numbers.fixed(completion.slip(), 3)
            + " × ("
            + days(left)
            + " + "
            + Numbers.fixed(Slippage.CAPITAL_PROJECTS.planShare(), 1)
            + " × "
            + days(duration)
            + ") = "
            + declared,
        Text.same(declared));
  }

  private void addPace(@Nullable Double percent, double earned) {
    String shown = percent == null ? "" : Numbers.fixed(percent, 1) + " % → ";
    trace.add(PART, Words.PACE, shown + days(earned), Text.same(days(earned)));
  }

  private static String days(double days) {
    return Numbers.fixed(days, 0);
  }
}
