package io.waymark.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the arithmetic of one judgement in reading order. It is put into words when somebody
 * reads it: what a what-if, a comparison of rulebooks or a whole of many parts judges by the
 * thousand is seldom read.
 */
final class Trace {
  private final List<Consumer<Consumer<Step>>> pages = new ArrayList<>();

  void add(String part, Text label, String arithmetic, Text result) {
    pages.add(reader -> reader.accept(new Step(part, label, arithmetic, result)));
  }

  void add(String part, Text label, String arithmetic, Light light) {
    add(part, label, arithmetic, light.word());
  }

  /** Steps to be worded when they are read; {@code page} must not depend on when that is. */
  void later(Consumer<Trace> page) {
    pages.add(reader -> {
      Trace worded = new Trace();
      page.accept(worded);
      worded.pages.forEach(its -> its.accept(reader));
    });
  }

  List<Step> steps() {
    return new Arithmetic(List.copyOf(pages));
  }
}
