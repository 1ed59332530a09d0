package io.waymark.cli.view;

import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.BacktestScore;
import io.waymark.proto.indicator.v1.CheckedShare;
import io.waymark.proto.indicator.v1.ReliabilityPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How good judgements have been: scores by horizon, and a reliability diagram in text. */
public final class BacktestView {
  private static final int PLOT = 40;

  private final View view;
  private final Words words;

  /** For one reader. */
  public BacktestView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The loaded plan's own past. */
  public String render(String planId, BacktestResponse reply) {
    String day = words.get("judge.asOf", View.date(reply.getAsOf()));
    StringBuilder page = new StringBuilder();
    page.append(view.strong(planId)).append("  ").append(view.faint(day)).append('\n');
    page.append(
        simulated(
            reply.getHindcasts().getSimulatedQuestions()
                + reply.getHeld().getSimulatedQuestions()));
    page.append('\n').append(hindcasts(reply)).append('\n').append(held(reply));
    return page.toString();
  }

  /** Questions of a file. */
  public String render(String file, BacktestPart part) {
    StringBuilder page = new StringBuilder();
    page.append(view.strong(words.get("backtest.file", file))).append('\n');
    return page.append(part(part)).toString();
  }

  private String simulated(int questions) {
    return questions == 0
        ? ""
        : view.style().paint(Tone.YELLOW, words.get("backtest.simulated", questions)) + "\n";
  }

  private String hindcasts(BacktestResponse reply) {
    BacktestPart part = reply.getHindcasts();
    int asked = reply.getIndicators() - reply.getTooShort() - reply.getNotAsked();
    String counts =
        words.get(
            "backtest.indicators",
            reply.getIndicators(),
            asked,
            reply.getTooShort(),
            reply.getLeastYears(),
            reply.getNotAsked());
    StringBuilder page = new StringBuilder();
    page.append(view.strong(words.get("backtest.hindcasts"))).append('\n');
    page.append(view.faint(words.get("backtest.hindcastsHow", reply.getMostOrigins())));
    page.append('\n').append(counts).append('\n');
    if (part.getScoresList().isEmpty()) {
      String needs = words.get("backtest.needsFigures", reply.getLeastYears());
      return page.append(needs).append('\n').toString();
    }
    return page.append(part(part)).toString();
  }

  private String held(BacktestResponse reply) {
    BacktestPart part = reply.getHeld();
    StringBuilder page = new StringBuilder();
    page.append(view.strong(words.get("backtest.held"))).append('\n');
    page.append(view.faint(words.get("backtest.heldHow"))).append('\n');
    page.append(words.get("backtest.targets", reply.getTargetsDue(), reply.getTargetsKnown()));
    page.append('\n');
    if (part.getScoresList().isEmpty()) {
      return page.append(words.get("backtest.needsOutcomes")).append('\n').toString();
    }
    return page.append(part(part)).toString();
  }

  private String part(BacktestPart part) {
    if (part.getScoresList().isEmpty()) {
      return words.get("backtest.tooFew", part.getLeastScored()) + "\n";
    }
    BacktestScore all = part.getScores(0);
    StringBuilder page = new StringBuilder();
    page.append(words.get("backtest.questions", all.getQuestions(), part.getSeries()));
    page.append("\n\n").append(scores(part));
    if (!all.hasBrier()) {
      return page.append(words.get("backtest.tooFew", part.getLeastScored()))
          .append('\n')
          .toString();
    }
    page.append('\n').append(view.strong(words.get("backtest.reliability"))).append('\n');
    page.append(diagram(all.getPointsList()));
    page.append(view.faint(words.get("backtest.legend", part.getLeastDrawn()))).append('\n');
    return page.append(view.faint(words.get("backtest.overlap"))).append('\n').toString();
  }

  private String scores(BacktestPart part) {
    Table table =
        new Table(
            "  ",
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT);
    table.heading(
        words.get("backtest.ahead"),
        words.get("backtest.count"),
        words.get("backtest.brier"),
        words.get("backtest.reference"),
        words.get("backtest.skill"),
        words.get("backtest.interval", 80),
        words.get("backtest.interval", 90));
    for (BacktestScore score : part.getScoresList()) {
      table.row(row(score));
    }
    return table.render(view.style());
  }

  private Cell[] row(BacktestScore score) {
    String years =
        score.getYears() == 0
            ? words.get("backtest.all")
            : words.get(
                score.getYears() == 1 ? "backtest.year" : "backtest.years", score.getYears());
    String few = words.get("backtest.few");
    String error = score.hasBrierError() ? " ± " + decimal(score.getBrierError(), 3) : "";
    return new Cell[] {
      Cell.of(years),
      Cell.of(view.figures().count(score.getQuestions())),
      score.hasBrier() ? Cell.of(decimal(score.getBrier(), 3) + error) : new Cell(few, Tone.FAINT),
      Cell.of(score.hasReferenceBrier() ? decimal(score.getReferenceBrier(), 3) : "-"),
      Cell.of(score.hasSkill() ? view.figures().signed(100 * score.getSkill(), 0, "%") : "-"),
      Cell.of(score.hasInterval80() ? share(score.getInterval80()) : "-"),
      Cell.of(score.hasInterval90() ? share(score.getInterval90()) : "-")
    };
  }

  private String diagram(List<ReliabilityPoint> points) {
    Table table = new Table("  ", Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.heading(
        words.get("backtest.tenth"),
        words.get("backtest.said"),
        words.get("backtest.was"),
        words.get("backtest.count"),
        "0%" + " ".repeat(PLOT - 5) + "100%");
    for (ReliabilityPoint point : points) {
      table.row(
          point.getTenth() * 10 + "–" + (point.getTenth() + 1) * 10 + "%",
          percent(point.getSaid()),
          point.hasWas() ? share(point.getWas()) : words.get("backtest.few"),
          view.figures().count(point.getCount()),
          plot(point));
    }
    return table.render(view.style());
  }

  /** What was, with its range, against what was said. */
  private static String plot(ReliabilityPoint point) {
    StringBuilder line = new StringBuilder(" ".repeat(PLOT + 1));
    if (point.hasWas()) {
      for (int i = at(point.getWas().getLow()); i <= at(point.getWas().getHigh()); i++) {
        line.setCharAt(i, '-');
      }
    }
    line.setCharAt(at(point.getSaid()), '|');
    if (point.hasWas()) {
      line.setCharAt(at(point.getWas().getShare()), '●');
    }
    return line.toString().stripTrailing();
  }

  private static int at(double share) {
    return (int) Math.round(share * PLOT);
  }

  private static String share(CheckedShare share) {
    return percent(share.getShare())
        + " ("
        + Math.round(100 * share.getLow())
        + "–"
        + Math.round(100 * share.getHigh())
        + ")";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  private static String decimal(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
