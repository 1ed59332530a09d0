package io.waymark.rulebooks;

import io.waymark.judging.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a file. What is wrong becomes a fault, and something harmless is read instead. */
final class Section {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,6})?");
  private static final int LONGEST = 1000;

  private final Faults faults;
  private final String path;
  private final Node node;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  /** The mapping at a node, which may have these keys and no other. */
  Section(Faults faults, String path, Node node, Set<String> keys) {
    this.faults = faults;
    this.path = path;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      faults.add(node, path, Faults.written(node), "键值对：" + list(keys), "a mapping: " + list(keys));
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = Faults.written(entry.getKeyNode());
      if (!keys.contains(key)) {
        String known = list(keys);
        faults.add(entry.getKeyNode(), at(key), key, "已知的键：" + known, "a known key: " + known);
      } else if (entries.putIfAbsent(key, entry.getValueNode()) != null) {
        faults.add(entry.getKeyNode(), at(key), key, "每个键只写一次", "each key once");
      }
    }
  }

  private static String list(Set<String> keys) {
    return String.join(", ", keys.stream().sorted().toList());
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** A fault at a key, or at the section where the key is missing. */
  void fault(String key, String zh, String en) {
    Node there = entries.get(key);
    String written = there == null ? "" : Faults.written(there);
    faults.add(there == null ? node : there, at(key), written, zh, en);
  }

  private @Nullable String scalar(String key) {
    return entries.get(key) instanceof ScalarNode scalar ? scalar.getValue().strip() : null;
  }

  String text(String key) {
    String text = scalar(key);
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      fault(key, "1 至 " + LONGEST + " 个字符的文字", "text of 1.." + LONGEST + " characters");
      return "";
    }
    return text;
  }

  String matching(String key, Pattern pattern, String zh, String en) {
    String text = scalar(key);
    if (text == null || !pattern.matcher(text).matches()) {
      fault(key, zh, en);
      return "";
    }
    return text;
  }

  /** One of some words; the first of them after a fault. */
  String word(String key, List<String> words) {
    String text = scalar(key);
    if (text == null || !words.contains(text)) {
      String known = String.join(", ", words);
      fault(key, known + " 之一", "one of " + known);
      return words.getFirst();
    }
    return text;
  }

  boolean flag(String key) {
    return word(key, List.of("false", "true")).equals("true");
  }

  double number(String key, double least, double most) {
    String text = scalar(key);
    if (text != null && NUMBER.matcher(text).matches()) {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    String range = plain(least) + ".." + plain(most);
    fault(key, range + " 的数", "a number " + range);
    return least;
  }

  /** A number, or a word in its place. */
  boolean says(String key, String word) {
    return word.equals(scalar(key));
  }

  int integer(String key, int least, int most) {
    double number = number(key, least, most);
    if (number != Math.rint(number)) {
      fault(key, least + ".." + most + " 的整数", "a whole number " + least + ".." + most);
    }
    return (int) number;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** A text in both languages. */
  Text bilingual(String key) {
    Section both = section(key, Set.of("zh", "en"));
    return new Text(both.text("zh"), both.text("en"));
  }

  @Nullable Text optionalBilingual(String key) {
    return has(key) ? bilingual(key) : null;
  }

  Section section(String key, Set<String> keys) {
    Node there = entries.get(key);
    if (there == null) {
      fault(key, "键值对：" + list(keys), "a mapping: " + list(keys));
      return new Section(new Faults(""), at(key), node, keys);
    }
    return new Section(faults, at(key), there, keys);
  }

  /** The sections of a list, each with these keys. */
  List<Section> sections(String key, Set<String> keys, int most) {
    List<Section> sections = new ArrayList<>();
    boolean list = entries.get(key) instanceof SequenceNode;
    List<Node> items =
        entries.get(key) instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    if (!list || items.isEmpty() || items.size() > most) {
      fault(key, "1 至 " + most + " 项的列表", "a list of 1.." + most + " items");
      return List.of();
    }
    for (int i = 0; i < items.size(); i++) {
      sections.add(new Section(faults, at(key) + "[" + i + "]", items.get(i), keys));
    }
    return sections;
  }

  /** The words of a list that may be left out. */
  List<String> optionalWords(String key, Pattern pattern, int most, String zh, String en) {
    if (!has(key)) {
      return List.of();
    }
    List<Node> items =
        entries.get(key) instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    List<String> words = new ArrayList<>();
    for (Node item : items) {
      if (item instanceof ScalarNode scalar && pattern.matcher(scalar.getValue()).matches()) {
        words.add(scalar.getValue());
      }
    }
    if (items.isEmpty() || items.size() > most || words.size() != items.size()) {
      fault(key, "1 至 " + most + " 项：" + zh, "1.." + most + " items: " + en);
    }
    return List.copyOf(words);
  }

  int faults() {
    return faults.count();
  }
}
