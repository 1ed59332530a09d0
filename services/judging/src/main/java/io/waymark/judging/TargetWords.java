package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The clauses of a target's sentence. */
final class TargetWords {
  private final TargetJudgement judgement;
  private final TargetFigures figures;
  private final Quantity quantity;
  private final int statedDigits;

  TargetWords(TargetJudgement judgement, Text unit) {
    this.judgement = judgement;
    this.figures = judgement.figures();
    BigDecimal value = figures.value();
    BigDecimal target = figures.question().value();
    this.statedDigits = Math.max(scale(value), scale(target));
    Comparator comparator = figures.question().comparator();
    boolean up =
        switch (comparator) {
          case GE, GT -> true;
          case LE, LT -> false;
          case APPROX, EQ -> figures.question().direction() == Direction.UP;
        };
    boolean growth = figures.question().measure().growth();
    int digits = Math.max(1, statedDigits);
    this.quantity = new Quantity(growth ? Text.same("%") : unit, digits, up ? 1 : -1);
  }

  private static int scale(@Nullable BigDecimal value) {
    return value == null ? 0 : Math.clamp(value.stripTrailingZeros().scale(), 0, 3);
  }

  Quantity quantity() {
    return quantity;
  }

  /** The last figure and where it stands. */
  Text now() {
    BigDecimal value = figures.value();
    if (value == null) {
      UnknownReason reason = judgement.lights().unknownReason();
      Text why = (reason == null ? UnknownReason.NO_DATA_YET : reason).word();
      return new Text("：" + why.zh(), ": " + why.en());
    }
    Double today = figures.valueNow();
    boolean carried = today != null && differs(today, value);
    Text now =
        today != null && carried
            ? quantity.figure(today)
            : quantity.stated(value.doubleValue(), statedDigits);
    Text since =
        carried
            ? new Text("（按项目进展推算）", " (counting what projects added since)")
            : since(figures.valueDate());
    Text gap = gap();
    return new Text(
        " " + now.zh() + since.zh() + gap.zh(), " stands at " + now.en() + since.en() + gap.en());
  }

  private static boolean differs(double now, BigDecimal value) {
    return Math.abs(now - value.doubleValue()) > 1e-9 * Math.max(1, Math.abs(now));
  }

  private Text since(@Nullable LocalDate date) {
    if (date == null || date.equals(figures.question().asOf())) {
      return Text.same("");
    }
    return new Text("（" + date + "）", " (" + date + ")");
  }

  private Text gap() {
    if (figures.gap() == null) {
      UnknownReason reason = judgement.lights().unknownReason();
      return reason == null
          ? Text.same("")
          : new Text("，" + reason.word().zh(), "; " + reason.word().en());
    }
    double gap = figures.gap();
    if (!quantity.shows(Math.abs(gap))) {
      return new Text("，与序时进度持平", ", exactly on schedule");
    }
    Text size = quantity.difference(gap);
    return gap < 0
        ? new Text("，比序时进度少 " + size.zh(), ", " + size.en() + " below schedule")
        : new Text("，比序时进度多 " + size.zh(), ", " + size.en() + " above schedule");
  }

  /** The projection and the chance. */
  Text outlook() {
    TargetOutlook outlook = judgement.outlook();
    if (outlook == null || judgement.lights().outlook() == Light.UNKNOWN) {
      return Text.same("");
    }
    LocalDate due = figures.question().due();
    Text day = Sentence.day(due);
    Text chance = Sentence.chance(outlook.pMeet());
    if (!figures.question().asOf().isBefore(due)
        && outlook.atDue().p10() == outlook.atDue().p90()) {
      return outlook.pMeet() >= 1
          ? new Text("；目标已实现", "; the target was met")
          : new Text("；目标未实现", "; the target was missed");
    }
    Quantity coarse = new Quantity(quantity.unit(), statedDigits, quantity.sign());
    Text median = coarse.figure(outlook.atDue().p50());
    Text range = coarse.range(outlook.atDue().p10(), outlook.atDue().p90());
    return new Text(
        "；按目前进度 "
            + day.zh()
            + "预计 "
            + median.zh()
            + "（80% 区间 "
            + range.zh()
            + "），达标概率 "
            + chance.zh(),
        "; at this pace "
            + median.en()
            + " is expected by "
            + day.en()
            + " (80% interval "
            + range.en()
            + "), with a chance of "
            + chance.en()
            + " of meeting the target");
  }
}
