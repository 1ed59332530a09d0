package io.waymark.rulebooks;

import io.waymark.judging.Rulebook;
import io.waymark.judging.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rulebooks that are known, every version of each. */
public final class Rulebooks {
  /** The rulebook of a plan that names none. */
  public static final String DEFAULT = "waymark";

  private static final List<String> SHIPPED =
      List.of(
          "waymark@1",
          "wuhan@1",
          "wuhan@2",
          "yinchuan@1",
          "ouhai@1",
          "rpmc@1",
          "niti@1",
          "opensdg@1",
          "escap@1");

  private final Map<String, TreeMap<Integer, Entry>> byName = new LinkedHashMap<>();

  /** A rulebook and the text that it was read from. */
  private record Entry(Rulebook rulebook, String yaml) {}

  /**
   * What a folder added.
   *
   * @param rulebooks the shipped ones and those of the folder that are whole
   * @param faults what is wrong with the others
   */
  public record Loaded(Rulebooks rulebooks, List<Fault> faults) {
    /** Copies the faults. */
    public Loaded {
      faults = List.copyOf(faults);
    }
  }

  private Rulebooks() {}

  /** The rulebooks that ship with Waymark. */
  public static Rulebooks shipped() {
    return Holder.SHIPPED;
  }

  /** The shipped ones are read once. */
  private static final class Holder {
    static final Rulebooks SHIPPED = readShipped();
  }

  private static Rulebooks readShipped() {
    Rulebooks rulebooks = new Rulebooks();
    for (String name : SHIPPED) {
      String yaml = resource(name + ".yaml");
      RulebookReader.Reading reading = RulebookReader.read(name + ".yaml", yaml);
      Rulebook rulebook =
          reading
              .rulebook()
              .orElseThrow(
                  () -> new IllegalStateException(reading.faults().getFirst().text().en()));
      rulebooks.add(rulebook, yaml);
    }
    return rulebooks;
  }

  private static String resource(String name) {
    try (InputStream bytes = Rulebooks.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped rulebooks and those of a folder's *.yaml and *.yml files. */
  public static Loaded with(Path folder) {
    Rulebooks all = copyOfShipped();
    List<Fault> faults = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found.filter(Rulebooks::isYaml).sorted().forEach(file -> faults.addAll(all.add(file)));
    } catch (IOException | UncheckedIOException e) {
      faults.add(
          new Fault(
              folder.toString(),
              0,
              "",
              "not readable",
              new Text("一个可读的文件夹", "a folder that can be read")));
    }
    return new Loaded(all, faults);
  }

  /** The shipped rulebooks and those of some files' texts, by file name. */
  public static Loaded with(Map<String, String> texts) {
    Rulebooks all = copyOfShipped();
    List<Fault> faults = new ArrayList<>();
    texts.forEach((file, text) -> faults.addAll(all.add(file, text)));
    return new Loaded(all, faults);
  }

  private static Rulebooks copyOfShipped() {
    Rulebooks all = new Rulebooks();
    shipped().byName.forEach((name, versions) -> all.byName.put(name, new TreeMap<>(versions)));
    return all;
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private List<Fault> add(Path file) {
    String name = file.getFileName().toString();
    try {
      return add(name, text(file));
    } catch (IOException e) {
      return List.of(
          new Fault(name, 0, "", "not readable", new Text("可读的 UTF-8 文件", "a UTF-8 file")));
    }
  }

  /** Adds one of one's own; it may not claim a name that ships, nor a version that exists. */
  private List<Fault> add(String file, String yaml) {
    RulebookReader.Reading reading = RulebookReader.read(file, yaml);
    if (reading.rulebook().isEmpty()) {
      return reading.faults();
    }
    Rulebook rulebook = reading.rulebook().get();
    Optional<Fault> taken = taken(file, rulebook);
    if (taken.isEmpty()) {
      add(rulebook, yaml);
    }
    return taken.map(List::of).orElse(List.of());
  }

  /** The text of a rulebook's file, as long as it is short enough to be one. */
  public static String text(Path file) throws IOException {
    if (Files.size(file) > 4L * RulebookReader.LONGEST) {
      // Longer than any UTF-8 text that would be read; its length is the fault.
      return " ".repeat(RulebookReader.LONGEST + 1);
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IOException("no UTF-8", e);
    }
  }

  /** Why a rulebook may not be added beside the known ones; empty if it may. */
  public Optional<Fault> taken(String file, Rulebook rulebook) {
    if (shipped().byName.containsKey(rulebook.name())) {
      Text expected =
          new Text(
              "不与随附规则重名：" + String.join("、", shipped().names()),
              "a name that does not ship: not " + String.join(", ", shipped().names()));
      return Optional.of(new Fault(file, 0, "rulebook", rulebook.name(), expected));
    }
    if (named(pinned(rulebook)).isPresent()) {
      Text expected = new Text("尚未使用的版本号", "a version that no other file has");
      return Optional.of(new Fault(file, 0, "version", pinned(rulebook), expected));
    }
    return Optional.empty();
  }

  private void add(Rulebook rulebook, String yaml) {
    byName
        .computeIfAbsent(rulebook.name(), name -> new TreeMap<>())
        .put(rulebook.version(), new Entry(rulebook, yaml));
  }

  private static String pinned(Rulebook rulebook) {
    return rulebook.name() + "@" + rulebook.version();
  }

  /**
   * The rulebook of that name in its newest version, or in the one that is named ("wuhan@1"); the
   * empty name means {@link #DEFAULT}. Empty if nobody knows it.
   */
  public Optional<Rulebook> named(String name) {
    return entry(name).map(Entry::rulebook);
  }

  /** The file's text that {@link #named} was read from. */
  public Optional<String> yaml(String name) {
    return entry(name).map(Entry::yaml);
  }

  private Optional<Entry> entry(String name) {
    String wanted = name.isEmpty() ? DEFAULT : name;
    int at = wanted.indexOf('@');
    TreeMap<Integer, Entry> versions = byName.get(at < 0 ? wanted : wanted.substring(0, at));
    if (versions == null) {
      return Optional.empty();
    }
    if (at < 0) {
      return Optional.of(versions.lastEntry().getValue());
    }
    return versions.values().stream()
        .filter(entry -> pinned(entry.rulebook()).equals(wanted))
        .findFirst();
  }

  /** A judgement's rulebook, by what it pinned. */
  public Optional<Rulebook> pinned(String name, int version) {
    return named(name + "@" + version);
  }

  /** The newest version of each, the default first. */
  public List<Rulebook> newest() {
    return byName.values().stream().map(v -> v.lastEntry().getValue().rulebook()).toList();
  }

  /** Every version of each. */
  public List<Rulebook> all() {
    return byName.values().stream()
        .flatMap(versions -> versions.values().stream())
        .map(Entry::rulebook)
        .toList();
  }

  /** Every version of those that do not ship. */
  public List<Rulebook> own() {
    return all().stream().filter(r -> !shipped().byName.containsKey(r.name())).toList();
  }

  /** The names, the default first. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
