package io.waymark.alerting.channels;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.Severity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the file of channels. A channel with a fault is left out, and the others are used. */
final class ChannelsReader {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "kind",
          "url",
          "url_file",
          "secret_file",
          "language",
          "severities",
          "kinds",
          "bureaus",
          "template",
          "per_minute",
          "repeat_seconds",
          "labels");
  private static final int LARGEST_FILE = 64 * 1024;
  private static final Set<NoticeKind> TOLD = EnumSet.complementOf(EnumSet.of(NoticeKind.STANDING));

  private final Path file;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, ChannelConfig> channels = new LinkedHashMap<>();
  private String at = "";
  private int before;

  private ChannelsReader(Path file) {
    this.file = file;
  }

  /** What the file says. */
  record Read(List<ChannelConfig> channels, List<String> faults) {}

  static Read read(Path file) {
    ChannelsReader reader = new ChannelsReader(file);
    reader.read();
    return new Read(List.copyOf(reader.channels.values()), List.copyOf(reader.faults));
  }

  private void read() {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(5).build();
    try {
      Object root = new Load(settings).loadFromString(Files.readString(file));
      if (root instanceof Map<?, ?> map && map.get("channels") instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          at = "channels[" + i + "]";
          channel(items.get(i));
        }
      } else {
        fault("", "", "channels: a list of channels");
      }
    } catch (YamlEngineException e) {
      fault("", String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "YAML");
    } catch (IOException e) {
      fault("", "not readable", "a file with UTF-8 text");
    }
  }

  private void channel(@Nullable Object item) {
    before = faults.size();
    if (!(item instanceof Map<?, ?> map)) {
      fault("", item, "a mapping");
      return;
    }
    String name = text("name", map.get("name"));
    at = name.isEmpty() ? at : name;
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        fault(
            String.valueOf(key),
            "",
            "one of " + String.join(", ", KEYS.stream().sorted().toList()));
      }
    }
    if (!name.matches("[a-z0-9][a-z0-9-]{0,39}") || name.equals(Notification.MAIL)) {
      fault("name", name, "1..40 of a-z, 0-9 and -, and not \"mail\"");
    }
    ChannelConfig config = config(name, map);
    if (config != null && faults.size() == before && channels.putIfAbsent(name, config) != null) {
      fault("name", name, "each name once");
    }
  }

  private @Nullable ChannelConfig config(String name, Map<?, ?> map) {
    ChannelConfig.Kind kind =
        word("kind", map.get("kind"), List.of(ChannelConfig.Kind.values()), null);
    URI url = url(map);
    String secret = map.get("secret_file") == null ? "" : kept("secret_file", map);
    Language language = language(map.get("language"));
    Set<Severity> severities =
        words("severities", map.get("severities"), EnumSet.allOf(Severity.class));
    Set<NoticeKind> kinds = words("kinds", map.get("kinds"), TOLD);
    Set<String> bureaus = new LinkedHashSet<>(texts("bureaus", map.get("bureaus")));
    int perMinute = number("per_minute", map.get("per_minute"), 0, 100_000, usualPace(kind));
    int repeat = number("repeat_seconds", map.get("repeat_seconds"), 10, 3600, 60);
    Map<String, String> labels = labels(map.get("labels"));
    String template = map.get("template") == null ? null : kept("template", map);
    if (template != null && kind == ChannelConfig.Kind.ALERTMANAGER) {
      fault("template", map.get("template"), "none: Alertmanager takes alerts, not texts");
    }
    if (kind == null || url == null) {
      return null;
    }
    return new ChannelConfig(
        name,
        kind,
        url,
        secret,
        language,
        severities,
        kinds,
        bureaus,
        template,
        perMinute,
        Duration.ofSeconds(repeat),
        labels);
  }

  /** Group robots take 20 messages a minute, and shut out whoever sends more. */
  private static int usualPace(ChannelConfig.@Nullable Kind kind) {
    return kind == ChannelConfig.Kind.WECOM || kind == ChannelConfig.Kind.DINGTALK ? 20 : 0;
  }

  private @Nullable URI url(Map<?, ?> map) {
    boolean inFile = map.get("url_file") != null;
    if (inFile == (map.get("url") != null)) {
      fault("url", "", "either url or url_file");
      return null;
    }
    String written = inFile ? kept("url_file", map) : text("url", map.get("url"));
    try {
      URI url = new URI(written);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below, without the address: it may hold a key.
    }
    fault("url", "not shown", "an address with http:// or https:// and a host, without login");
    return null;
  }

  /** What a file beside this one says; a secret's last line end is not part of it. */
  private String kept(String key, Map<?, ?> map) {
    String name = text(key, map.get(key));
    try {
      Path path = file.toAbsolutePath().resolveSibling(name);
      if (Files.size(path) <= LARGEST_FILE) {
        String text = Files.readString(path);
        return key.equals("template") ? text : text.strip();
      }
    } catch (IOException | InvalidPathException e) {
      fault(key, name, "a file that can be read, of at most " + LARGEST_FILE + " bytes");
      return "";
    }
    fault(key, name, "a file of at most " + LARGEST_FILE + " bytes");
    return "";
  }

  private Language language(@Nullable Object value) {
    if (value == null || "zh".equals(value)) {
      return Language.ZH;
    }
    if (!"en".equals(value)) {
      fault("language", value, "zh or en");
    }
    return Language.EN;
  }

  private Map<String, String> labels(@Nullable Object value) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, text) -> {
        if (!String.valueOf(key).matches("[a-zA-Z_][a-zA-Z0-9_]{0,99}")) {
          fault("labels", key, "names of letters, digits and _");
        }
        labels.put(String.valueOf(key), text("labels." + key, text));
      });
    } else if (value != null) {
      fault("labels", value, "a mapping");
    }
    return labels;
  }

  private <E extends Enum<E>> Set<E> words(String key, @Nullable Object value, Set<E> all) {
    if (value == null) {
      return all;
    }
    Set<E> chosen = new LinkedHashSet<>();
    for (String one : texts(key, value)) {
      E word = word(key, one, List.copyOf(all), null);
      if (word != null) {
        chosen.add(word);
      }
    }
    return chosen;
  }

  private <E extends Enum<E>> @Nullable E word(
      String key, @Nullable Object value, List<E> words, @Nullable E usual) {
    for (E word : words) {
      if (word.name().toLowerCase(Locale.ROOT).equals(value)) {
        return word;
      }
    }
    fault(
        key,
        value,
        "one of "
            + String.join(
                ", ",
                words.stream()
                    .map(word -> word.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList()));
    return usual;
  }

  private List<String> texts(String key, @Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list && !list.isEmpty()) {
      list.forEach(one -> texts.add(text(key, one)));
    } else if (value != null) {
      fault(key, value, "a list that is not empty");
    }
    return texts;
  }

  private int number(String key, @Nullable Object value, int least, int most, int usual) {
    if (value == null) {
      return usual;
    }
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    fault(key, value, "a whole number " + least + ".." + most);
    return usual;
  }

  private String text(String key, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank() && text.length() <= 2000) {
      return text;
    }
    fault(key, value, "text");
    return "";
  }

  private void fault(String key, @Nullable Object value, String expectation) {
    String place = at.isEmpty() ? "" : " " + at + (key.isEmpty() ? "" : "." + key);
    String written = value == null ? "missing" : String.valueOf(value);
    String shown = written.length() <= 80 ? written : written.substring(0, 80) + "…";
    faults.add(
        "WAYMARK_CHANNELS "
            + file.getFileName()
            + place
            + ": "
            + shown
            + " (expected: "
            + expectation
            + ")");
  }
}
