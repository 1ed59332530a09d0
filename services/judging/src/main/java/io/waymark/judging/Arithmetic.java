package io.waymark.judging;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Steps that are worded when they are first read, and then kept. Two threads that read at once may
 * both word them, to the same words.
 */
final class Arithmetic extends AbstractList<Step> {
  private volatile @Nullable List<Consumer<Consumer<Step>>> pages;
  private volatile @Nullable List<Step> steps;

  Arithmetic(List<Consumer<Consumer<Step>>> pages) {
    this.pages = pages;
  }

  @Override
  public Step get(int index) {
    return worded().get(index);
  }

  @Override
  public int size() {
    return worded().size();
  }

  private List<Step> worded() {
    List<Consumer<Consumer<Step>>> unread = pages;
    List<Step> read = steps;
    if (read == null) {
      List<Step> wording = new ArrayList<>();
      if (unread != null) {
        unread.forEach(page -> page.accept(wording::add));
      }
      read = List.copyOf(wording);
      steps = read;
      pages = null; // what the pages hold may go
    }
    return read;
  }
}
