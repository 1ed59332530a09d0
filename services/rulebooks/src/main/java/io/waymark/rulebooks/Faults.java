package io.waymark.rulebooks;

import io.waymark.judging.Text;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Collects everything that is wrong with one file. */
final class Faults {
  private static final int LONGEST = 80;

  private final String file;
  private final List<Fault> list = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Node at, String key, String value, String zh, String en) {
    add(at.getStartMark().map(Mark::getLine).orElse(-1) + 1, key, value, zh, en);
  }

  void add(int line, String key, String value, String zh, String en) {
    String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    list.add(new Fault(file, line, key, shown, new Text(zh, en)));
  }

  /** What stands at a node, as it is written. */
  static String written(Node node) {
    return node instanceof ScalarNode scalar
        ? scalar.getValue()
        : switch (node.getNodeType()) {
          case MAPPING -> "{…}";
          case SEQUENCE -> "[…]";
          case SCALAR, ANCHOR -> "?";
        };
  }

  int count() {
    return list.size();
  }

  List<Fault> list() {
    return List.copyOf(list);
  }
}
