package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.mail.Letter.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a target, line by line. */
final class TargetRows {
  private final Words words;
  private final TargetFigures target;
  private final Figures figures;

  TargetRows(Words words, TargetFigures target) {
    this.words = words;
    this.target = target;
    this.figures = Figures.of(target, words.language());
  }

  List<Row> rows(LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    if (target.targetValue() != null) {
      rows.add(new Row(words.targetValue(date(target.due())), goal(target.targetValue()), ""));
    }
    BigDecimal value = target.value();
    rows.add(
        new Row(
            words.valueNow(date(target.valueDate())),
            value == null ? words.none() : figures.given(value),
            ""));
    if (target.scheduled() != null) {
      Double gap = target.gap();
      String note = gap == null ? "" : words.against(gap >= 0, figures.fineDistance(gap));
      rows.add(
          new Row(words.scheduledNow(asOf.toString()), figures.fine(target.scheduled()), note));
    }
    if (target.outlook() != null) {
      Quantiles at = target.outlook().atDue();
      List<String> range = figures.computedRange(at.p10(), at.p90());
      String interval = words.interval(range.getFirst(), range.getLast());
      rows.add(new Row(words.projected(), figures.computed(at.p50()), interval));
      rows.add(new Row(words.chanceOfMeeting(), words.chance(target.outlook().pMeet()), ""));
    }
    return rows;
  }

  private String goal(BigDecimal value) {
    BigDecimal upTo = target.targetValueMax();
    if (upTo != null) {
      return figures.given(value, upTo);
    }
    return words.compared(target.comparator(), figures.given(value));
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
