package io.waymark.gateway.contract;

import com.google.api.AnnotationsProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.ExtensionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The compiled contracts as {@code waymark.desc} holds them: every service, message and comment.
 * The gateway knows the services' methods from here alone, so a new annotated method is served
 * without a new line of code.
 */
public final class Contracts {
  private final List<FileDescriptor> files;
  private final Comments comments;

  private Contracts(List<FileDescriptor> files) {
    this.files = files;
    this.comments = Comments.of(files);
  }

  /** Reads the descriptor set that the contracts' module carries. */
  public static Contracts load() {
    try (InputStream in = Contracts.class.getResourceAsStream("/waymark.desc")) {
      if (in == null) {
        throw new IllegalStateException("waymark.desc is not on the classpath");
      }
      ExtensionRegistry registry = ExtensionRegistry.newInstance();
      AnnotationsProto.registerAllExtensions(registry);
      return of(FileDescriptorSet.parseFrom(in, registry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Contracts of(FileDescriptorSet set) {
    Map<String, FileDescriptor> built = new LinkedHashMap<>();
    for (FileDescriptorProto file : set.getFileList()) {
      // The compiler writes a file after everything that it imports.
      FileDescriptor[] imports =
          file.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
      try {
        built.put(file.getName(), FileDescriptor.buildFrom(file, imports));
      } catch (DescriptorValidationException e) {
        throw new IllegalStateException("waymark.desc: " + e.getMessage(), e);
      }
    }
    return new Contracts(List.copyOf(built.values()));
  }

  /** Our own services, in the order of their files. */
  public List<ServiceDescriptor> services() {
    return files.stream()
        .filter(file -> file.getPackage().startsWith("waymark."))
        .flatMap(file -> file.getServices().stream())
        .toList();
  }

  /** The comments of the contracts. */
  public Comments comments() {
    return comments;
  }
}
