package io.waymark.judging;

/** The arithmetic of a {@link Trend}, term by term. */
final class TrendWords {
  private static final Text OWN = new Text("年变化（自身历史）", "Yearly change (own history)");
  private static final Text CHANGE = new Text("到期前的变化", "Change until the due date");
  private static final Text YEAR =
      new Text(
          "一年的离散度（末项为近年波动大小）",
          "Spread of one year (last factor: how restless the latest years were)");
  private static final Text SPREAD = new Text("离散度", "Spread");

  private TrendWords() {}

  static void drift(Trace trace, Trend trend, int places) {
    SeriesSummary summary = trend.summary();
    ReferenceClass reference = trend.reference();
    String own =
        "("
            + Numbers.fixed(summary.recentDrift(), places)
            + " + "
            + Numbers.fixed(summary.longDrift(), places)
            + ") / 2";
    String result = Numbers.fixed(trend.drift(), places);
    String arithmetic =
        Numbers.fixed(trend.ownWeight(), 3)
            + " × "
            + own
            + (reference.empty()
                ? ""
                : " + "
                    + Numbers.fixed(trend.referenceWeight(), 3)
                    + " × "
                    + Numbers.fixed(reference.drift(), places))
            + " = "
            + result;
    trace.add(
        "projection", reference.empty() ? OWN : ofClass(reference), arithmetic, Text.same(result));
  }

  private static Text ofClass(ReferenceClass reference) {
    int size = reference.size();
    return new Text(
        "年变化（自身历史与 " + size + " 个同类地区）",
        "Yearly change (own history and " + size + " comparable places)");
  }

  /** h × drift + momentum + common + season − convergence, where a term is left out that is 0. */
  static void change(Trace trace, Trend trend, Trend.Terms terms, int places) {
    StringBuilder sum =
        new StringBuilder(Numbers.fixed(terms.years(), 4))
            .append(" × ")
            .append(Numbers.fixed(trend.drift(), places));
    StringBuilder zh = new StringBuilder("到期前的变化：年数 × 年变化");
    StringBuilder en = new StringBuilder("Change until the due date: years × yearly change");
    term(sum, terms.momentum(), places, zh, " + 惯性", en, " + momentum");
    term(sum, terms.common(), places, zh, " + 同类地区近况", en, " + what comparable places did last");
    term(sum, terms.season(), places, zh, " + 季节", en, " + season");
    term(
        sum,
        -terms.convergence(),
        places,
        zh,
        " + 向同类地区靠拢",
        en,
        " + convergence to comparable places");
    String result = Numbers.fixed(terms.total(), places);
    sum.append(" = ").append(result);
    boolean alone = terms.total() == terms.years() * trend.drift();
    trace.add(
        "projection",
        alone ? CHANGE : new Text(zh.toString(), en.toString()),
        sum.toString(),
        Text.same(result));
  }

  private static void term(
      StringBuilder sum,
      double value,
      int places,
      StringBuilder zh,
      String zhTerm,
      StringBuilder en,
      String enTerm) {
    if (value != 0) {
      sum.append(value < 0 ? " − " : " + ").append(Numbers.fixed(Math.abs(value), places));
      zh.append(zhTerm);
      en.append(enTerm);
    }
  }

  /** The spread of one year; at least that of a series that never moved. */
  static void scale(Trace trace, Trend trend, int places) {
    SeriesSummary summary = trend.summary();
    ReferenceClass reference = trend.reference();
    String result = Numbers.fixed(trend.scale(), places);
    if (summary.count() < 2) {
      String others = "1.3 × " + Numbers.fixed(reference.spread(), places);
      trace.add("projection", YEAR, others + " = " + result, Text.same(result));
      return;
    }
    String own = Numbers.fixed(summary.spread(), places) + " × (1 + 3 / " + summary.span() + ")";
    String blend =
        reference.empty()
            ? own
            : "[" + own + "]^0.6 × " + Numbers.fixed(reference.spread(), places) + "^0.4";
    String arithmetic = blend + " × " + Numbers.fixed(Trend.unrest(summary), 3);
    boolean least = trend.scale() > Trend.scale(summary, reference);
    String shown = arithmetic + (least ? " < " : " = ") + result;
    trace.add("projection", YEAR, shown, Text.same(result));
  }

  /** The seasonal doubt, where there is one, adds in squares. */
  static void spread(
      Trace trace,
      Trend trend,
      double years,
      double run,
      double season,
      double spread,
      int places) {
    String h = Numbers.fixed(years, 4);
    String walked =
        "0.80 × "
            + Numbers.fixed(trend.scale(), places)
            + " × "
            + h
            + "^0.42 × ("
            + Numbers.fixed(run, 4)
            + " / "
            + h
            + ")^0.25 × √(1 + "
            + h
            + " / "
            + Math.max(1, trend.summary().span())
            + ")";
    String result = Numbers.fixed(spread, places);
    String whole =
        season == 0 ? walked : "√[(" + walked + ")² + " + Numbers.fixed(season, places) + "²]";
    trace.add("projection", SPREAD, whole + " = " + result, Text.same(result));
  }
}
