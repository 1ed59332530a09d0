package io.waymark.rulebooks;

import io.waymark.judging.Light;
import io.waymark.judging.Rulebook;
import io.waymark.judging.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a rulebook's file. No value of it is ever turned into code or into an arbitrary object. */
public final class RulebookReader {
  /** The longest file that is read, in characters. */
  public static final int LONGEST = Yaml.LONGEST;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final Set<String> KEYS =
      Set.of(
          "rulebook",
          "version",
          "title",
          "source",
          "reading",
          "colours",
          "position",
          "outlook",
          "approx_tolerance",
          "freshness",
          "overall");

  /**
   * What a file says.
   *
   * @param rulebook empty if anything is wrong
   * @param faults everything that is wrong
   */
  public record Reading(Optional<Rulebook> rulebook, List<Fault> faults) {
    /** Copies the faults. */
    public Reading {
      faults = List.copyOf(faults);
    }
  }

  private RulebookReader() {}

  /** Reads a file's text and names every fault in it. */
  public static Reading read(String file, String text) {
    Faults faults = new Faults(file);
    Optional<Rulebook> rulebook =
        Yaml.compose(text, faults, "一份规则", "a rulebook")
            .map(node -> rulebook(new Section(faults, "", node, KEYS)));
    return new Reading(faults.count() == 0 ? rulebook : Optional.empty(), faults.list());
  }

  private static Rulebook rulebook(Section section) {
    Section outlook = section.section("outlook", Set.of("target", "project"));
    Set<String> bounds = Set.of("ahead", "on_track", "at_risk", "dead_band");
    Section target = outlook.section("target", bounds);
    Section project =
        outlook.section(
            "project", Set.of("ahead", "on_track", "at_risk", "dead_band", "tolerance"));
    return new Rulebook(
        section.matching(
            "rulebook",
            NAME,
            "2 至 40 个小写字母、数字和连字符，以字母开头",
            "2..40 of a-z, 0-9 and -, beginning with a letter"),
        section.integer("version", 1, 999_999),
        section.bilingual("title"),
        section.bilingual("source"),
        section.bilingual("reading"),
        PositionReader.rule(section.section("position", PositionReader.KEYS)),
        outlook(target),
        outlook(project),
        project.number("tolerance", 0, 1),
        section.number("approx_tolerance", 0, 0.5),
        grace(section.section("freshness", Set.of("monthly", "quarterly", "yearly"))),
        overall(section.section("overall", Set.of("outlook_counts", "two_missed_periods"))),
        colours(section));
  }

  private static Rulebook.Outlook outlook(Section section) {
    double ahead = section.number("ahead", 0, 1);
    double onTrack = section.number("on_track", 0, 1);
    double atRisk = section.number("at_risk", 0, 1);
    if (onTrack > ahead) {
      section.fault("on_track", "不大于 ahead", "not more than ahead");
    }
    if (atRisk > onTrack) {
      section.fault("at_risk", "不大于 on_track", "not more than on_track");
    }
    return new Rulebook.Outlook(ahead, onTrack, atRisk, section.number("dead_band", 0, 1));
  }

  private static Rulebook.Grace grace(Section section) {
    return new Rulebook.Grace(
        section.integer("monthly", 0, 366),
        section.integer("quarterly", 0, 366),
        section.integer("yearly", 0, 366));
  }

  private static Rulebook.Overall overall(Section section) {
    String silent = section.word("two_missed_periods", List.of("at_risk", "off_track"));
    return new Rulebook.Overall(
        section.flag("outlook_counts"), Light.valueOf(silent.toUpperCase(Locale.ROOT)));
  }

  private static Map<Light, Text> colours(Section section) {
    Map<Light, Text> colours = new EnumMap<>(Light.class);
    Section names =
        section.section(
            "colours", Set.of("ahead", "on_track", "at_risk", "off_track", "unknown", "suspended"));
    for (Light light : Light.values()) {
      Text name = names.optionalBilingual(light.name().toLowerCase(Locale.ROOT));
      if (name != null) {
        colours.put(light, name);
      }
    }
    return colours;
  }
}
