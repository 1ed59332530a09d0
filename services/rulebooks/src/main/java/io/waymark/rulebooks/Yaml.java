package io.waymark.rulebooks;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a text into a tree of nodes: nothing in it is ever turned into an object of its choice. */
final class Yaml {
  /** The longest text that is read, in characters. */
  static final int LONGEST = 64 * 1024;

  private Yaml() {}

  /** The root; empty with a fault if there is none. */
  static Optional<Node> compose(String text, Faults faults, String zh, String en) {
    if (text.length() > LONGEST) {
      faults.add(
          0,
          "",
          text.length() + " characters",
          "不超过 " + LONGEST + " 个字符",
          "at most " + LONGEST + " characters");
      return Optional.empty();
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
    try {
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        faults.add(0, "", "", zh, en);
      }
      return node;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      faults.add(line, "", e.getProblem(), "合法的 YAML", "well-formed YAML");
    } catch (YamlEngineException e) {
      faults.add(0, "", String.valueOf(e.getMessage()), "合法的 YAML", "well-formed YAML");
    } catch (StackOverflowError e) {
      faults.add(0, "", "[[[…", "嵌套不太深的 YAML", "YAML that is not nested so deep");
    }
    return Optional.empty();
  }
}
