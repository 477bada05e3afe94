package io.cardloom.designer.asset.drawing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to tell the uploader, each thing once. */
final class Notes {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        if (sentences.size() < 10) {
            sentences.add(sentence);
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }
}
