package io.waymark.sheets.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units that are exact multiples of each other: 万元 and 亿元, 米 and 公里. A unit is a multiple (万, 亿) of
 * a base (元, 人); units of different bases are never converted, above all not percent (%) and
 * percentage points (百分点).
 */
public final class Units {
  /** How much of a base one unit is. */
  private record Measure(BigDecimal factor, String base) {}

  /** 万 and 元 of 万元. */
  private record Split(BigDecimal multiple, String rest) {}

  private static final Map<String, Measure> KNOWN =
      Map.ofEntries(
          unit("元", 1, "元", "yuan", "cny", "rmb", "人民币", "¥"),
          unit("美元", 1, "美元", "usd", "usdollars", "us$"),
          unit("米", 1, "米", "m", "metres", "meters"),
          unit("公里", 1000, "米", "km", "千米"),
          unit("厘米", "0.01", "米", "cm"),
          unit("毫米", "0.001", "米", "mm"),
          unit("平方米", 1, "平方米", "m²", "m2", "㎡"),
          unit("公顷", 10000, "平方米", "ha"),
          unit("平方公里", 1_000_000, "平方米", "km²", "km2", "平方千米", "㎢"),
          unit("立方米", 1, "立方米", "m³", "m3", "方"),
          unit("吨", 1000, "千克", "t"),
          unit("千克", 1, "千克", "kg", "公斤"),
          unit("瓦", 1, "瓦", "w"),
          unit("千瓦", 1000, "瓦", "kw"),
          unit("兆瓦", 1_000_000, "瓦", "mw"),
          unit("天", 86_400_000, "毫秒", "日", "days", "d"),
          unit("小时", 3_600_000, "毫秒", "h"),
          unit("分钟", 60_000, "毫秒", "min"),
          unit("秒", 1000, "毫秒", "s"),
          unit("毫秒", 1, "毫秒", "ms"),
          unit("人", 1, "人", "persons", "people"),
          unit("%", 1, "%", "百分之", "percent", "percentage"),
          unit("‰", "0.1", "%", "千分之"),
          unit("百分点", 1, "百分点", "个百分点", "pp", "percentagepoints"));

  private static final Map<String, Measure> SPELLINGS = spellings();

  /** Longest first. */
  private static final List<Map.Entry<String, BigDecimal>> MULTIPLES =
      List.of(
          Map.entry("万亿", new BigDecimal("1E12")),
          Map.entry("千亿", new BigDecimal("1E11")),
          Map.entry("百亿", new BigDecimal("1E10")),
          Map.entry("千万", new BigDecimal("1E7")),
          Map.entry("百万", new BigDecimal("1E6")),
          Map.entry("十万", new BigDecimal("1E5")),
          Map.entry("亿", new BigDecimal("1E8")),
          Map.entry("万", new BigDecimal("1E4")),
          Map.entry("千", new BigDecimal("1E3")),
          Map.entry("trillion", new BigDecimal("1E12")),
          Map.entry("billion", new BigDecimal("1E9")),
          Map.entry("100million", new BigDecimal("1E8")),
          Map.entry("million", new BigDecimal("1E6")),
          Map.entry("10,000", new BigDecimal("1E4")));

  private static final List<String> NOT_COUNTED = List.of("%", "百分点");
  private static final int SCALE = 20;

  private Units() {}

  /**
   * Converts exactly.
   *
   * @param unit the number's unit; empty: that which is wanted
   * @param wanted the unit that is wanted, or several spellings of it, the first to be told to
   *     people
   */
  public static Reading<BigDecimal> convert(BigDecimal number, String unit, String... wanted) {
    String own = spelling(unit);
    if (own.isEmpty() || Arrays.stream(wanted).anyMatch(w -> spelling(w).equals(own))) {
      return Reading.taken(number);
    }
    for (String target : wanted) {
      Optional<BigDecimal> converted = exactly(number, own, spelling(target));
      if (converted.isPresent()) {
        return Reading.taken(converted.get());
      }
    }
    return Reading.refused("unit.other", unit.strip(), wanted.length == 0 ? "" : wanted[0]);
  }

  /** True if a text is a unit that this module knows, or a multiple of one. */
  public static boolean known(String text) {
    return SPELLINGS.containsKey(split(spelling(text)).rest());
  }

  private static Optional<BigDecimal> exactly(BigDecimal number, String own, String target) {
    Split mine = split(own);
    Split theirs = split(target);
    if (mine.rest().isEmpty()) {
      boolean counted = !NOT_COUNTED.contains(base(theirs.rest()).base());
      return counted
          ? quotient(number.multiply(mine.multiple()), theirs.multiple())
          : Optional.empty();
    }
    Measure from = base(mine.rest());
    Measure to = base(theirs.rest());
    return from.base().equals(to.base())
        ? quotient(
            number.multiply(mine.multiple()).multiply(from.factor()),
            theirs.multiple().multiply(to.factor()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> quotient(BigDecimal amount, BigDecimal unit) {
    BigDecimal quotient = amount.divide(unit, SCALE, RoundingMode.HALF_EVEN);
    if (quotient.multiply(unit).compareTo(amount) != 0) {
      return Optional.empty(); // no finite decimal
    }
    BigDecimal bare = quotient.stripTrailingZeros();
    return Optional.of(bare.scale() < 0 ? bare.setScale(0) : bare);
  }

  private static Split split(String unit) {
    if (SPELLINGS.containsKey(unit) || unit.contains("/")) {
      return new Split(BigDecimal.ONE, unit);
    }
    for (Map.Entry<String, BigDecimal> multiple : MULTIPLES) {
      if (unit.startsWith(multiple.getKey())) {
        String rest = unit.substring(multiple.getKey().length()).strip();
        return new Split(multiple.getValue(), rest);
      }
    }
    return new Split(BigDecimal.ONE, unit);
  }

  private static Measure base(String unit) {
    return SPELLINGS.getOrDefault(unit, new Measure(BigDecimal.ONE, unit));
  }

  private static String spelling(String unit) {
    return Plain.tight(unit).toLowerCase(Locale.ROOT);
  }

  private static Map.Entry<String, Measure> unit(
      String name, Object factor, String base, String... others) {
    String all = name + (others.length == 0 ? "" : "|" + String.join("|", others));
    return Map.entry(all, new Measure(new BigDecimal(factor.toString()), base));
  }

  private static Map<String, Measure> spellings() {
    Map<String, Measure> all = new HashMap<>();
    KNOWN.forEach((names, measure) -> {
      for (String name : names.split("\\|", -1)) {
        all.put(name, measure);
      }
    });
    return Map.copyOf(all);
  }
}
