package io.waymark.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The projects that serve one target, by lead bureau and project id: so they are summed. */
final class Portfolio {
  private static final Comparator<Contribution> SAME_PROJECT =
      Comparator.comparing(Contribution::mode).thenComparing(Contribution::amount);

  private final List<Contribution> ordered;

  /** By bureau the place behind its last project. */
  private final int[] ends;

  private int bureaus;

  private Portfolio(List<Contribution> ordered) {
    this.ordered = ordered;
    this.ends = new int[ordered.size()];
    for (int i = 1; i <= ordered.size(); i++) {
      if (i == ordered.size() || !ordered.get(i).group().equals(ordered.get(i - 1).group())) {
        ends[bureaus++] = i;
      }
    }
  }

  static Portfolio of(List<Contribution> contributions) {
    List<Contribution> ordered = new ArrayList<>(contributions);
    ordered.sort(Portfolio::compare);
    return new Portfolio(ordered);
  }

  /** By hand: a chain of comparators would take longer than what they compare. */
  private static int compare(Contribution one, Contribution other) {
    int group = one.group().compareTo(other.group());
    int project = group != 0 ? group : one.projectId().compareTo(other.projectId());
    return project != 0 ? project : SAME_PROJECT.compare(one, other);
  }

  /** In their order. */
  List<Contribution> contributions() {
    return ordered;
  }

  /** How many bureaus lead them; those led by no one count as one's. */
  int bureaus() {
    return bureaus;
  }

  /** The place of a bureau's first project. */
  int start(int bureau) {
    return bureau == 0 ? 0 : ends[bureau - 1];
  }

  /** The place behind its last one. */
  int end(int bureau) {
    return ends[bureau];
  }

  /** Empty where the projects are led by no one. */
  String name(int bureau) {
    return ordered.get(start(bureau)).group();
  }

  /** The outcomes of each project, in their order. */
  List<Additions> each(LocalDate since, LocalDate until) {
    List<Additions> each = new ArrayList<>(ordered.size());
    LogDays logs = new LogDays();
    for (Contribution contribution : ordered) {
      each.add(Additions.one(contribution, since, until, logs));
    }
    return each;
  }

  /**
   * The outcomes of all together.
   *
   * @param each what {@link #each} told
   */
  Additions sum(List<Additions> each, SumGrid grid) {
    return ordered.isEmpty() ? Additions.NONE : new JointSum(this, each, grid).sum();
  }

  /** Names the bureaus with more than one unfinished project. */
  void trace(Trace trace) {
    List<String> together = new ArrayList<>();
    for (int bureau = 0; bureau < bureaus; bureau++) {
      int open = 0;
      for (int i = start(bureau); i < end(bureau); i++) {
        open += ordered.get(i).forecast().completed() ? 0 : 1;
      }
      if (!name(bureau).isEmpty() && open > 1) {
        together.add(name(bureau) + " × " + open);
      }
    }
    if (!together.isEmpty()) {
      String correlation = Numbers.fixed(CommonFactor.CORRELATION, 2);
      trace.add(
          "projection",
          Words.TOGETHER,
          String.join(", ", together),
          new Text("相关系数 " + correlation, "correlation " + correlation));
    }
  }
}
