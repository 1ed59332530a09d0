package io.waymark.cli.pack;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A target as an official table writes it: {@code >87}, {@code 20—30年一遇}, {@code 6%左右}, {@code
 * [1.89]} (the change over the span), {@code 完成市定目标} (the superior sets it later), {@code
 * 与经济增长基本同步} (linked), {@code /} (none). What it does not know it refuses by name.
 */
sealed interface OfficialText {
  /** A number or a range; no comparator where the text says no more than the number. */
  record Figure(Optional<String> comparator, BigDecimal value, Optional<BigDecimal> max)
      implements OfficialText {}

  /** The change over the span, beside the figure to be reached if the text has one. */
  record Change(BigDecimal amount, Optional<BigDecimal> value) implements OfficialText {}

  /** The superior sets it later. */
  record Awaited() implements OfficialText {}

  /** It follows another indicator. */
  record Linked() implements OfficialText {}

  /** No target. */
  record None() implements OfficialText {}

  /** Not understood; says why. */
  record Unreadable(Expectation expected) implements OfficialText {}

  /** Reads a text in terms of the indicator's unit. */
  static OfficialText read(String text, String unit) {
    String bare = Reading.compact(text);
    if (bare.matches("[/—–-]|——|无")) {
      return new None();
    }
    if (Reading.AWAITED.matcher(bare).matches()) {
      return new Awaited();
    }
    if (Reading.LINKED.matcher(bare).matches()) {
      return new Linked();
    }
    Matcher change = Reading.CHANGE.matcher(bare);
    if (change.matches()) {
      String before = change.group(1);
      return new Change(
          new BigDecimal(change.group(2)),
          before.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(before)));
    }
    return Reading.figure(bare, Reading.compact(unit));
  }

  /** How a text is taken apart. */
  final class Reading {
    static final Pattern AWAITED =
        Pattern.compile(
            "(完成|达到|按|执行)?((国家|省|市|区|县|上级|部|市级|省级)(、|和|及|、?)?)+(下达|下达的|确定|核定|规定|分解|定)?(的)?"
                + "(年度)?(目标|任务|指标|要求)(值|数|以内|之内)?");
    static final Pattern LINKED =
        Pattern.compile("(增长|增速)?(与|同|和)(经济增长|地区生产总值|GDP|经济发展|.{2,20})(增长|增速)?(基本|保持)*(同步)(增长)?");
    static final Pattern CHANGE =
        Pattern.compile("((?:-?\\d+(?:\\.\\d+)?)?)[\\[〔【](?:累计)?([+-]?\\d+(?:\\.\\d+)?)[\\]〕】]");
    private static final Map<String, String> BEFORE =
        Map.ofEntries(
            Map.entry(">=", "ge"),
            Map.entry("≥", "ge"),
            Map.entry("不低于", "ge"),
            Map.entry("不少于", "ge"),
            Map.entry("不小于", "ge"),
            Map.entry("至少", "ge"),
            Map.entry(">", "gt"),
            Map.entry("突破", "gt"),
            Map.entry("超过", "gt"),
            Map.entry("超", "gt"),
            Map.entry("大于", "gt"),
            Map.entry("高于", "gt"),
            Map.entry("<=", "le"),
            Map.entry("≤", "le"),
            Map.entry("不超过", "le"),
            Map.entry("不高于", "le"),
            Map.entry("不大于", "le"),
            Map.entry("至多", "le"),
            Map.entry("控制在", "le"),
            Map.entry("<", "lt"),
            Map.entry("低于", "lt"),
            Map.entry("小于", "lt"),
            Map.entry("少于", "lt"),
            Map.entry("约", "approx"),
            Map.entry("≈", "approx"),
            Map.entry("达到", "ge"),
            Map.entry("达", "ge"));
    private static final Map<String, String> AFTER =
        Map.of(
            "左右", "approx", "上下", "approx", "及以上", "ge", "以上", "ge", "以内", "le", "以下", "le", "之内",
            "le", "及以下", "le");
    private static final Pattern FIGURE =
        Pattern.compile(
            "(>=|≥|<=|≤|>|<|≈|不低于|不少于|不小于|至少|突破|超过|超|大于|高于|不超过|不高于|不大于|至多|控制在|低于|小于|少于|约|达到|达)?"
                + "(-?\\d+(?:\\.\\d+)?)(?:[-—–~～至到]{1,2}(\\d+(?:\\.\\d+)?))?(.*?)"
                + "(左右|上下|及以上|以上|及以下|以内|以下|之内)?");
    private static final Pattern UNIT = Pattern.compile("(万亿|亿|千万|百万|万|千)?(.*)");
    private static final Map<String, Integer> POWERS =
        Map.of("万亿", 12, "亿", 8, "千万", 7, "百万", 6, "万", 4, "千", 3);

    private Reading() {}

    /** Half-width, without blanks and without the commas of thousands. */
    static String compact(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC)
          .replaceAll("\\s+", "")
          .replaceAll("(?<=\\d),(?=\\d{3})", "");
    }

    static OfficialText figure(String text, String unit) {
      Matcher figure = FIGURE.matcher(text);
      if (!figure.matches()) {
        return unknown();
      }
      @Nullable String before = figure.group(1);
      @Nullable String after = figure.group(5);
      Optional<Integer> shift = shift(figure.group(4), unit);
      if (shift.isEmpty()) {
        return new Unreadable(
            new Expectation(
                "单位“" + unit + "”，或可换算成它的单位", "the unit " + unit + ", or one that converts to it"));
      }
      Optional<String> comparator = comparator(before, after);
      if (comparator.filter("?"::equals).isPresent()) {
        return unknown();
      }
      return new Figure(
          comparator,
          scaled(figure.group(2), shift.get()),
          Optional.ofNullable(figure.group(3)).map(max -> scaled(max, shift.get())));
    }

    private static Unreadable unknown() {
      return new Unreadable(
          new Expectation(
              "目标表的写法之一，如 >87、20—30、6%左右、95以上、[1.89]、完成市定目标、与经济增长基本同步、/",
              "one of the shapes of official tables: >87, 20—30, 6%左右, 95以上, [1.89], 完成市定目标,"
                  + " 与经济增长基本同步, /"));
    }

    /** Two words must not contradict each other; "控制在 5%左右" is about, "达到 95%以上" at least. */
    private static Optional<String> comparator(@Nullable String before, @Nullable String after) {
      String first = before == null ? "" : BEFORE.getOrDefault(before, "");
      String last = after == null ? "" : AFTER.getOrDefault(after, "");
      if (first.isEmpty() || last.isEmpty()) {
        String one = first + last;
        return one.isEmpty() ? Optional.empty() : Optional.of(one);
      }
      boolean weak = List.of("达到", "达", "控制在").contains(before);
      return Optional.of(weak || first.equals(last) ? last : "?");
    }

    /** By how many powers of ten the text's unit exceeds the indicator's; empty: another unit. */
    private static Optional<Integer> shift(String given, String unit) {
      if (given.isEmpty() || given.equals(unit)) {
        return Optional.of(0);
      }
      Matcher from = UNIT.matcher(given);
      Matcher to = UNIT.matcher(unit);
      if (!from.matches() || !to.matches()) {
        return Optional.empty();
      }
      boolean same = from.group(2).isEmpty() || from.group(2).equals(to.group(2));
      return same ? Optional.of(power(from.group(1)) - power(to.group(1))) : Optional.empty();
    }

    private static int power(@Nullable String multiplier) {
      return multiplier == null ? 0 : POWERS.getOrDefault(multiplier, 0);
    }

    private static BigDecimal scaled(String number, int power) {
      BigDecimal value = new BigDecimal(number);
      if (power == 0) {
        return value;
      }
      BigDecimal moved = value.scaleByPowerOfTen(power).stripTrailingZeros();
      return moved.scale() < 0 ? moved.setScale(0) : moved;
    }
  }
}
