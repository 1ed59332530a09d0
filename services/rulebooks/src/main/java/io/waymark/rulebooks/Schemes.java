package io.waymark.rulebooks;

import io.waymark.judging.Text;
import io.waymark.rulebooks.scoring.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/** The scoring schemes that are known, every version of each. */
public final class Schemes {
  /** The scorecard of whoever names none. */
  public static final String SCORECARD = "bureau-scorecard";

  /** The index of whoever names none. */
  public static final String INDEX = "plan-index";

  private static final List<String> SHIPPED = List.of("bureau-scorecard@1", "plan-index@1");

  private final Map<String, TreeMap<Integer, Known>> byName = new LinkedHashMap<>();

  /** A scheme and the text that it was read from. */
  public record Known(Scheme scheme, String yaml) {}

  /**
   * What a folder added.
   *
   * @param schemes the shipped ones and those of the folder that are whole
   * @param faults what is wrong with the others
   */
  public record Loaded(Schemes schemes, List<Fault> faults) {
    /** Copies the faults. */
    public Loaded {
      faults = List.copyOf(faults);
    }
  }

  private Schemes() {}

  /** The schemes that ship with Waymark. */
  public static Schemes shipped() {
    return Holder.SHIPPED;
  }

  /** The shipped ones are read once. */
  private static final class Holder {
    static final Schemes SHIPPED = readShipped();
  }

  private static Schemes readShipped() {
    Schemes schemes = new Schemes();
    for (String name : SHIPPED) {
      String yaml = resource(name + ".yaml");
      SchemeReader.Reading reading = SchemeReader.read(name + ".yaml", yaml);
      schemes.add(
          new Known(
              reading
                  .scheme()
                  .orElseThrow(
                      () -> new IllegalStateException(reading.faults().getFirst().text().en())),
              yaml));
    }
    return schemes;
  }

  private static String resource(String name) {
    try (InputStream bytes = Schemes.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The shipped schemes and those of a folder's *.yaml and *.yml files. */
  public static Loaded with(Path folder) {
    Schemes all = new Schemes();
    shipped().byName.forEach((name, versions) -> all.byName.put(name, new TreeMap<>(versions)));
    List<Fault> faults = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .sorted()
          .forEach(file -> faults.addAll(all.add(file)));
    } catch (IOException | UncheckedIOException e) {
      faults.add(unreadable(folder.toString(), "一个可读的文件夹", "a folder that can be read"));
    }
    return new Loaded(all, faults);
  }

  private static Fault unreadable(String what, String zh, String en) {
    return new Fault(what, 0, "", "not readable", new Text(zh, en));
  }

  private List<Fault> add(Path file) {
    String name = file.getFileName().toString();
    String yaml;
    try {
      yaml = Rulebooks.text(file);
    } catch (IOException e) {
      return List.of(unreadable(name, "可读的 UTF-8 文件", "a UTF-8 file"));
    }
    SchemeReader.Reading reading = SchemeReader.read(name, yaml);
    if (reading.scheme().isEmpty()) {
      return reading.faults();
    }
    Optional<Fault> taken = taken(name, reading.scheme().get());
    if (taken.isEmpty()) {
      add(new Known(reading.scheme().get(), yaml));
    }
    return taken.map(List::of).orElse(List.of());
  }

  /** Why a scheme may not be added beside the known ones; empty if it may. */
  public Optional<Fault> taken(String file, Scheme scheme) {
    if (shipped().byName.containsKey(scheme.name())) {
      Text expected =
          new Text(
              "不与随附方案重名：" + String.join("、", shipped().names()),
              "a name that does not ship: not " + String.join(", ", shipped().names()));
      return Optional.of(new Fault(file, 0, "scheme", scheme.name(), expected));
    }
    if (named(scheme.pin()).isPresent()) {
      Text expected = new Text("尚未使用的版本号", "a version that no other file has");
      return Optional.of(new Fault(file, 0, "version", scheme.pin(), expected));
    }
    return Optional.empty();
  }

  private void add(Known known) {
    byName
        .computeIfAbsent(known.scheme().name(), name -> new TreeMap<>())
        .put(known.scheme().version(), known);
  }

  /**
   * The scheme of that name in its newest version, or in the one that is named ("plan-index@1").
   * Empty if nobody knows it.
   */
  public Optional<Known> named(String name) {
    int at = name.indexOf('@');
    TreeMap<Integer, Known> versions = byName.get(at < 0 ? name : name.substring(0, at));
    if (versions == null) {
      return Optional.empty();
    }
    if (at < 0) {
      return Optional.of(versions.lastEntry().getValue());
    }
    return versions.values().stream()
        .filter(known -> known.scheme().pin().equals(name))
        .findFirst();
  }

  /** The names, those that ship first. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The names of one kind, those that ship first. */
  public List<String> names(Scheme.Kind kind) {
    return byName.values().stream()
        .map(versions -> versions.lastEntry().getValue().scheme())
        .filter(scheme -> scheme.kind() == kind)
        .map(Scheme::name)
        .toList();
  }

  /** Every version of each. */
  public List<Scheme> all() {
    return byName.values().stream()
        .flatMap(versions -> versions.values().stream())
        .map(Known::scheme)
        .toList();
  }
}
