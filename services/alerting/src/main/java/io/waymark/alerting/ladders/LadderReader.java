package io.waymark.alerting.ladders;

import io.waymark.alerting.domain.Asked;
import io.waymark.alerting.domain.Concern;
import io.waymark.alerting.domain.Ladder;
import io.waymark.alerting.domain.Ladder.Audience;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.Text;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a ladder's file; everything that is wrong with it becomes a fault. */
final class LadderReader {
  private static final int MOST_DAYS = 500;
  private static final Set<String> KEYS =
      Set.of("ladder", "version", "title", "plans", "time", "relapse", "tables");

  private final String file;
  private final List<String> faults = new ArrayList<>();
  private @Nullable Ladder ladder;

  private LadderReader(String file) {
    this.file = file;
  }

  static LadderReader read(String file, String yaml) {
    LadderReader reader = new LadderReader(file);
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(5).build();
    try {
      Object root = new Load(settings).loadFromString(yaml);
      if (root instanceof Map<?, ?> map) {
        reader.ladder = reader.ladder(map);
      } else {
        reader.fault("", root, "a mapping: " + String.join(", ", KEYS.stream().sorted().toList()));
      }
    } catch (YamlEngineException e) {
      reader.fault("", String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "YAML");
    }
    return reader;
  }

  /** What is wrong, with the place. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The ladder; empty if anything is wrong. */
  Optional<Ladder> ladder() {
    return faults.isEmpty() ? Optional.ofNullable(ladder) : Optional.empty();
  }

  private Ladder ladder(Map<?, ?> map) {
    known("", map, KEYS);
    Map<?, ?> title = map("title", map.get("title"));
    Map<?, ?> relapse = map("relapse", map.get("relapse"));
    known("relapse", relapse, Set.of("within_days", "hold_days"));
    List<String> plans = new ArrayList<>();
    if (map.get("plans") != null) {
      list("plans", map.get("plans")).forEach(plan -> plans.add(text("plans", plan)));
    }
    Map<Ladder.Key, Ladder.Table> tables = new HashMap<>();
    List<?> items = list("tables", map.get("tables"));
    for (int i = 0; i < items.size(); i++) {
      table("tables[" + i + "]", map("tables[" + i + "]", items.get(i)), tables);
    }
    complete(tables);
    return new Ladder(
        text("ladder", map.get("ladder")),
        number("version", map.get("version"), 1, 9999),
        new Text(text("title.zh", title.get("zh")), text("title.en", title.get("en"))),
        plans,
        time(map.get("time")),
        tables,
        number("relapse.within_days", relapse.get("within_days"), 0, MOST_DAYS),
        number("relapse.hold_days", relapse.get("hold_days"), 0, MOST_DAYS));
  }

  /** Whoever forgets one would be told nothing of it. */
  private void complete(Map<Ladder.Key, Ladder.Table> tables) {
    for (Concern concern : Concern.values()) {
      for (Severity severity : Severity.values()) {
        if (!tables.containsKey(new Ladder.Key(concern, severity))) {
          String which = concern.name() + " " + severity.name();
          fault(
              "tables",
              "no " + which.toLowerCase(Locale.ROOT),
              "a table for each concern and severity");
        }
      }
    }
  }

  private void table(String at, Map<?, ?> map, Map<Ladder.Key, Ladder.Table> tables) {
    known(at, map, Set.of("when", "acknowledgement_lasts", "reminders", "rungs"));
    Map<?, ?> when = map(at + ".when", map.get("when"));
    Concern concern = word(at + ".when.concern", when.get("concern"), Concern.values());
    Severity severity = word(at + ".when.severity", when.get("severity"), Severity.values());
    List<Integer> reminders = new ArrayList<>();
    for (Object gap : list(at + ".reminders", map.get("reminders"))) {
      reminders.add(number(at + ".reminders", gap, 1, MOST_DAYS));
    }
    List<Ladder.Rung> rungs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<?> items = list(at + ".rungs", map.get("rungs"));
    for (int i = 0; i < items.size(); i++) {
      Ladder.Rung rung = rung(at + ".rungs[" + i + "]", map(at + ".rungs", items.get(i)));
      if (!ids.add(rung.id())) {
        fault(at + ".rungs[" + i + "].id", rung.id(), "each id once in a table");
      }
      rungs.add(rung);
    }
    int lasts =
        number(at + ".acknowledgement_lasts", map.get("acknowledgement_lasts"), 1, MOST_DAYS);
    Ladder.Key key = new Ladder.Key(concern, severity);
    if (tables.put(key, new Ladder.Table(lasts, reminders, rungs)) != null) {
      fault(at + ".when", concern + " " + severity, "each concern and severity once");
    }
  }

  private Ladder.Rung rung(String at, Map<?, ?> map) {
    known(at, map, Set.of("id", "kind", "after", "without", "to", "cc"));
    return new Ladder.Rung(
        text(at + ".id", map.get("id")),
        word(
            at + ".kind",
            map.get("kind"),
            new NoticeKind[] {NoticeKind.REMINDER, NoticeKind.SUPERVISION, NoticeKind.SUMMONS}),
        number(at + ".after", map.get("after"), 1, MOST_DAYS),
        word(at + ".without", map.get("without"), Asked.What.values()),
        audiences(at + ".to", list(at + ".to", map.get("to"))),
        map.get("cc") == null ? List.of() : audiences(at + ".cc", list(at + ".cc", map.get("cc"))));
  }

  private List<Audience> audiences(String at, List<?> words) {
    if (words.isEmpty()) {
      fault(at, "", "at least one of lead, superior, supporting");
    }
    List<Audience> audiences = new ArrayList<>();
    words.forEach(word -> audiences.add(word(at, word, Audience.values())));
    return audiences;
  }

  private LocalTime time(@Nullable Object value) {
    try {
      return LocalTime.parse(String.valueOf(value));
    } catch (DateTimeException e) {
      fault("time", value, "a time such as \"09:00\"");
      return LocalTime.NOON;
    }
  }

  private <E extends Enum<E>> E word(String at, @Nullable Object value, E[] words) {
    for (E word : words) {
      if (word.name().toLowerCase(Locale.ROOT).equals(value)) {
        return word;
      }
    }
    List<String> known = new ArrayList<>();
    for (E word : words) {
      known.add(word.name().toLowerCase(Locale.ROOT));
    }
    fault(at, value, "one of " + String.join(", ", known));
    return words[0];
  }

  private int number(String at, @Nullable Object value, int least, int most) {
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    fault(at, value, "a whole number " + least + ".." + most);
    return least;
  }

  private String text(String at, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank() && text.length() <= 200) {
      return text;
    }
    fault(at, value, "text of 1..200 characters");
    return "";
  }

  private Map<?, ?> map(String at, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    fault(at, value, "a mapping");
    return Map.of();
  }

  private List<?> list(String at, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    fault(at, value, "a list");
    return List.of();
  }

  private void known(String at, Map<?, ?> map, Set<String> keys) {
    for (Object key : map.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        String known = String.join(", ", keys.stream().sorted().toList());
        fault(at.isEmpty() ? String.valueOf(key) : at + "." + key, key, "a known key: " + known);
      }
    }
  }

  private void fault(String at, @Nullable Object value, String expectation) {
    String place = at.isEmpty() ? file : file + " " + at;
    String written = value == null ? "missing" : String.valueOf(value);
    String shown = written.length() <= 80 ? written : written.substring(0, 80) + "…";
    faults.add(place + ": " + shown + " (expected: " + expectation + ")");
  }
}
