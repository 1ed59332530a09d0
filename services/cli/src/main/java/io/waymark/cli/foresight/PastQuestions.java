package io.waymark.cli.foresight;

import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.CsvRows.Row;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.foresight.Projection.Skipped;
import io.waymark.judging.Checked;
import io.waymark.judging.Rulebook;
import io.waymark.judging.TargetOutlook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Questions of a file whose outcomes are known: what would have been said, and what came. */
public final class PastQuestions {
  /** The columns without which no row can be checked; others are left alone. */
  public static final List<String> NEEDED =
      Stream.concat(Projection.NEEDED.stream(), Stream.of("outcome", "met")).toList();

  private static final int PROGRESS = 256;

  private record Past(Question question, double outcome, boolean met) {}

  private final List<Past> past = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();

  /** Reads the rows. */
  public PastQuestions(CsvRows rows) {
    Set<String> ids = new HashSet<>();
    for (Row row : rows.rows()) {
      read(row, ids.add(row.get("id")));
    }
  }

  private void read(Row row, boolean first) {
    RowReader reader = new RowReader(row::get);
    if (!first && !row.get("id").isEmpty()) {
      reader.faults().add(new RowFault("id", row.get("id"), "expected.uniqueId"));
    }
    Optional<BigDecimal> outcome = reader.outcome();
    Optional<Boolean> met = reader.met();
    Optional<Question> question = reader.read();
    if (outcome.isPresent() && met.isPresent() && question.isPresent()) {
      past.add(new Past(question.get(), outcome.get().doubleValue(), met.get()));
    } else {
      skipped.add(new Skipped(row.line(), reader.faults()));
    }
  }

  /** How many rows can be checked. */
  public int size() {
    return past.size();
  }

  /** The rows that cannot. */
  public List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /** Answers each question by its history alone, then lays the outcome beside it. */
  public List<Checked> checked(Rulebook rulebook, Meter meter) {
    Comparables comparables = new Comparables(past.stream().map(Past::question).toList());
    List<Checked> checked = new ArrayList<>();
    for (Past one : past) {
      Question question = one.question();
      TargetOutlook outlook = Answer.outlook(question, comparables.of(question), rulebook);
      checked.add(
          new Checked(
              comparables.series(question),
              question.targetYear() - question.lastDay().getYear(),
              outlook.pMeet(),
              one.met(),
              within(one.outcome(), outlook.atDue().p10(), outlook.atDue().p90()),
              within(one.outcome(), outlook.tails().p05(), outlook.tails().p95()),
              false));
      if (checked.size() % PROGRESS == 0) {
        meter.at(checked.size(), past.size());
      }
    }
    meter.at(past.size(), past.size());
    return checked;
  }

  private static boolean within(double value, double low, double high) {
    return value >= low && value <= high;
  }
}
