package io.waymark.gateway.web;

import io.waymark.gateway.rest.Tagged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The board's own files, asked for anew each time and tagged by content; and the libraries, whose
 * addresses carry their version and so never change.
 */
public final class StaticFiles implements WebMvcConfigurer {
  private final Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/board/**")
        .addResourceLocations("classpath:/static/board/")
        .setUseLastModified(false)
        .setEtagGenerator(this::tag)
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setUseLastModified(false)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
  }

  private String tag(Resource file) {
    try {
      return tags.computeIfAbsent(file.getURL().toString(), _ -> tagOf(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tagOf(Resource file) {
    try {
      return Tagged.tag(file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
