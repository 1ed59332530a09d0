package io.waymark.cli.foresight;

import io.waymark.judging.Figure;
import io.waymark.judging.Measure;
import io.waymark.judging.ReferenceClass;
import io.waymark.judging.ReferenceClass.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The series of a file by group. A row may learn from the other series of its group, up to its own
 * last year: never from what came later.
 */
final class Comparables {
  private static final int BEGINNING = 3;

  private final Map<String, List<Series>> groups = new HashMap<>();

  /** One series, as far as any row knows it. */
  private static final class Series {
    private final Measure measure;
    private List<Figure> figures;
    private final Map<LocalDate, Optional<Member>> members = new HashMap<>();

    Series(Measure measure, List<Figure> figures) {
      this.measure = measure;
      this.figures = figures;
    }

    /** Whether one is the other's beginning: then they are one series, asked at two times. */
    boolean continues(List<Figure> others) {
      int common = Math.min(figures.size(), others.size());
      for (int i = 0; i < common; i++) {
        if (!same(figures.get(i), others.get(i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean same(Figure one, Figure other) {
      return one.periodEnd().equals(other.periodEnd()) && one.value().compareTo(other.value()) == 0;
    }

    Optional<Member> member(LocalDate upTo) {
      return members.computeIfAbsent(
          upTo, day -> Optional.ofNullable(Member.of(measure, figures, day)));
    }
  }

  Comparables(List<Question> questions) {
    for (Question question : questions) {
      if (!question.group().isEmpty()) {
        add(groups.computeIfAbsent(question.group(), group -> new ArrayList<>()), question);
      }
    }
  }

  private static void add(List<Series> group, Question question) {
    for (Series series : group) {
      if (series.measure == question.measure() && series.continues(question.history())) {
        if (question.history().size() > series.figures.size()) {
          series.figures = question.history();
        }
        return;
      }
    }
    group.add(new Series(question.measure(), question.history()));
  }

  /** The other series of a question's group. */
  ReferenceClass of(Question question) {
    List<Member> members = new ArrayList<>();
    for (Series series : groups.getOrDefault(question.group(), List.of())) {
      if (series.measure == question.measure() && !series.continues(question.history())) {
        series.member(question.lastDay()).ifPresent(members::add);
      }
    }
    return ReferenceClass.of(members);
  }

  /** One name for all questions that are asked of the same series. */
  String series(Question question) {
    List<Series> group = groups.getOrDefault(question.group(), List.of());
    for (int i = 0; i < group.size(); i++) {
      if (group.get(i).measure == question.measure()
          && group.get(i).continues(question.history())) {
        return question.group() + "#" + i;
      }
    }
    // Without a group: those that begin alike are taken for one.
    return question.history().stream()
        .limit(BEGINNING)
        .map(figure -> figure.periodEnd() + "=" + figure.value())
        .collect(Collectors.joining(";", "?" + question.measure(), ""));
  }
}
