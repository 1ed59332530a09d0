package io.waymark.judging;

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
    Completion.Pace pace = completion.pace();
    if (pace != null) {
      addPace(state, pace);
      String median = days(completion.median());
      trace.add(
          PART,
          Words.MEDIAN,
          "√(" + days(completion.declared()) + " × " + days(pace.days()) + ") = " + median,
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

  private void addPace(ProjectState state, Completion.Pace pace) {
    String earned = days(pace.earned());
    String spent = days(pace.spent());
    String ratio = pace.spent() > 0 ? Numbers.fixed(pace.earned() / pace.spent(), 2) : "—";
    trace.add(PART, Words.EARNED, earned + " / " + spent + " = " + ratio, Text.same(ratio));
    double duration = state.durationDays();
    String head = Numbers.fixed(CompletionModel.PACE_PRIOR, 2) + " × " + days(duration);
    String since = pace.since() > 0 ? " − " + days(pace.since()) : "";
    String rest = days(pace.days());
    trace.add(
        PART,
        Words.PACE,
        "("
            + days(duration)
            + " − "
            + earned
            + ") × ("
            + spent
            + " + "
            + head
            + ") / ("
            + earned
            + " + "
            + head
            + ")"
            + since
            + " → "
            + rest,
        Text.same(rest));
  }

  private static String days(double days) {
    return Numbers.fixed(days, 0);
  }
}
