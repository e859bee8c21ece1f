package throughline.core.roadmap;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Items under one heading, in the order of their ids. Counting them does not read them. */
public final class Listing<T extends Item> {
    private final int size;
    private final Supplier<Stream<T>> items;

    Listing(int size, Supplier<Stream<T>> items) {
        this.size = size;
        this.items = items;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Stream<T> stream() {
        return items.get();
    }

    public List<T> first(int count) {
        return stream().limit(count).toList();
    }

    public List<T> toList() {
        return stream().toList();
    }
}
