package io.waymark.systemtest;

import io.waymark.testkit.Parts;
import io.waymark.testkit.RealParts;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives test classes the one {@link City} of this JVM: to start its four processes takes longer
 * than most tests. It starts when it is first asked for and ends with the JVM's tests.
 */
final class SharedCity implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedCity.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == City.class;
  }

  @Override
  public City resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context);
  }

  City of(ExtensionContext context) {
    // asked for before: what is stored first is closed last
    Parts parts = RealParts.ofAll(context);
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(City.class, key -> new City(parts), City.class);
  }
}
