package io.waymark.rulebooks;

import io.waymark.judging.Light;
import io.waymark.rulebooks.scoring.Component;
import io.waymark.rulebooks.scoring.Curve;
import io.waymark.rulebooks.scoring.Lamp;
import io.waymark.rulebooks.scoring.Measure;
import io.waymark.rulebooks.scoring.Scheme;
import io.waymark.rulebooks.scoring.Subjects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a scoring scheme's file. */
public final class SchemeReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final Pattern FIELD = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final String NAME_ZH = "2 至 40 个小写字母、数字和连字符，以字母开头";
  private static final String NAME_EN = "2..40 of a-z, 0-9 and -, beginning with a letter";
  private static final Set<String> KEYS =
      Set.of("scheme", "version", "kind", "title", "source", "reason", "missing", "components");
  private static final Set<String> COMPONENT =
      Set.of(
          "id",
          "title",
          "reason",
          "weight",
          "measure",
          "subjects",
          "light",
          "credit",
          "binding_weight",
          "late_credit",
          "within_days",
          "fields",
          "curve");
  private static final Set<String> COMMON =
      Set.of("id", "title", "reason", "weight", "measure", "fields", "curve");
  private static final List<String> MEASURES =
      List.of("lights", "probability", "punctuality", "findings", "alerts_in_time");
  private static final List<String> SUBJECTS =
      List.of("all", "targets", "binding_targets", "expected_targets", "projects");
  private static final List<String> LAMPS = List.of("overall", "position", "outlook", "freshness");
  private static final String LEFT_OUT = "left_out";
  private static final int MOST = 12;

  /**
   * What a file says.
   *
   * @param scheme empty if anything is wrong
   * @param faults everything that is wrong
   */
  public record Reading(Optional<Scheme> scheme, List<Fault> faults) {
    /** Copies the faults. */
    public Reading {
      faults = List.copyOf(faults);
    }
  }

  private SchemeReader() {}

  /** Reads a file's text and names every fault in it. */
  public static Reading read(String file, String text) {
    Faults faults = new Faults(file);
    Optional<Scheme> scheme =
        Yaml.compose(text, faults, "一份评分方案", "a scoring scheme")
            .map(node -> scheme(new Section(faults, "", node, KEYS)));
    return new Reading(faults.count() == 0 ? scheme : Optional.empty(), faults.list());
  }

  private static Scheme scheme(Section section) {
    Scheme.Kind kind = constant(Scheme.Kind.class, section, "kind", List.of("scorecard", "index"));
    List<Component> components = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section one : section.sections("components", COMPONENT, MOST)) {
      Component component = component(one);
      if (!ids.add(component.id()) && !component.id().isEmpty()) {
        one.fault("id", "每个组成部分一个标识", "an id that no other component has");
      }
      components.add(component);
    }
    BigDecimal sum =
        components.stream().map(Component::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!components.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
      section.fault(
          "components",
          "各 weight 之和为 1，现为 " + sum.toPlainString(),
          "weights that sum to 1, not " + sum.toPlainString());
    }
    return new Scheme(
        section.matching("scheme", NAME, NAME_ZH, NAME_EN),
        section.integer("version", 1, 999_999),
        kind,
        section.bilingual("title"),
        section.bilingual("source"),
        section.bilingual("reason"),
        missing(section.section("missing", Set.of("rule", "least_known"))),
        components);
  }

  private static Scheme.Missing missing(Section section) {
    boolean redistribute =
        section.word("rule", List.of("redistribute", "unknown")).equals("redistribute");
    if (!redistribute) {
      only(section, "unknown", Set.of("rule"), Set.of("least_known"));
      return new Scheme.Missing(false, BigDecimal.ONE);
    }
    return new Scheme.Missing(true, number(section, "least_known", 0, 1));
  }

  private static Component component(Section section) {
    Measure measure = measure(section);
    int before = section.faults();
    BigDecimal weight = number(section, "weight", 0, 1);
    if (weight.signum() == 0 && section.faults() == before) {
      section.fault("weight", "大于 0", "more than 0");
    }
    return new Component(
        section.matching("id", NAME, NAME_ZH, NAME_EN),
        section.bilingual("title"),
        section.bilingual("reason"),
        weight,
        measure,
        section.optionalWords("fields", FIELD, 50, "领域标识", "a field's id"),
        curve(section, measure.lessIsBetter()));
  }

  private static Measure measure(Section section) {
    String kind = section.word("measure", MEASURES);
    return switch (kind) {
      case "lights" -> {
        keys(section, kind, Set.of("subjects", "light", "credit", "binding_weight"));
        yield new Measure.Lights(
            constant(Subjects.class, section, "subjects", SUBJECTS),
            constant(Lamp.class, section, "light", LAMPS),
            credit(section),
            bindingWeight(section));
      }
      case "probability" -> {
        keys(section, kind, Set.of("subjects", "binding_weight"));
        yield new Measure.Probability(
            constant(Subjects.class, section, "subjects", SUBJECTS), bindingWeight(section));
      }
      case "punctuality" -> {
        keys(section, kind, Set.of("late_credit"));
        yield new Measure.Punctuality(number(section, "late_credit", 0, 1));
      }
      case "findings" -> {
        keys(section, kind, Set.of());
        yield new Measure.Findings();
      }
      default -> {
        keys(section, kind, Set.of("within_days"));
        yield new Measure.AlertsInTime(section.integer("within_days", 0, 366));
      }
    };
  }

  private static BigDecimal bindingWeight(Section section) {
    return section.has("binding_weight")
        ? number(section, "binding_weight", 1, 10)
        : BigDecimal.ONE;
  }

  /** Better lights never bring less. */
  private static Map<Light, BigDecimal> credit(Section section) {
    Section credit =
        section.section(
            "credit", Set.of("ahead", "on_track", "at_risk", "off_track", "unknown", "suspended"));
    Map<Light, BigDecimal> read = new EnumMap<>(Light.class);
    BigDecimal better = BigDecimal.ONE;
    for (Light light : Light.values()) {
      String key = light.name().toLowerCase(Locale.ROOT);
      boolean mayBeLeftOut = light == Light.UNKNOWN || light == Light.SUSPENDED;
      if (mayBeLeftOut && credit.says(key, LEFT_OUT)) {
        continue;
      }
      BigDecimal number = number(credit, key, 0, 1);
      if (!mayBeLeftOut && number.compareTo(better) > 0) {
        credit.fault(key, "不高于更好的灯", "not more than a better light's");
      }
      better = mayBeLeftOut ? better : number;
      read.put(light, number);
    }
    return read;
  }

  /** Knots in rising order, whose points never turn back. */
  private static Curve curve(Section section, boolean lessIsBetter) {
    List<Curve.Knot> knots = new ArrayList<>();
    for (Section one : section.sections("curve", Set.of("at", "points"), MOST)) {
      Curve.Knot knot = new Curve.Knot(number(one, "at", 0, 1000), number(one, "points", 0, 100));
      if (!knots.isEmpty()) {
        Curve.Knot before = knots.getLast();
        if (knot.at().compareTo(before.at()) <= 0) {
          one.fault("at", "大于上一点", "more than at the knot above");
        }
        int turn = knot.points().compareTo(before.points());
        if (lessIsBetter ? turn > 0 : turn < 0) {
          one.fault(
              "points",
              lessIsBetter ? "不高于上一点：越少越好" : "不低于上一点：越多越好",
              lessIsBetter
                  ? "not more than at the knot above: less is better"
                  : "not less than at the knot above: more is better");
        }
      }
      knots.add(knot);
    }
    // Never used: an empty list is a fault already.
    Curve.Knot none = new Curve.Knot(BigDecimal.ZERO, BigDecimal.ZERO);
    return new Curve(knots.isEmpty() ? List.of(none) : knots);
  }

  private static BigDecimal number(Section section, String key, double least, double most) {
    return BigDecimal.valueOf(section.number(key, least, most)).stripTrailingZeros();
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, Section section, String key, List<String> words) {
    return Enum.valueOf(type, section.word(key, words).toUpperCase(Locale.ROOT));
  }

  private static void keys(Section section, String measure, Set<String> own) {
    Set<String> known = new HashSet<>(COMMON);
    known.addAll(own);
    only(section, measure, known, COMPONENT);
  }

  private static void only(Section section, String what, Set<String> known, Set<String> all) {
    for (String key : all.stream().sorted().toList()) {
      if (section.has(key) && !known.contains(key)) {
        section.fault(key, what + " 没有此键", "a key of " + what);
      }
    }
  }
}
