package throughline.core.roadmap;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Items under one heading, in its order. Counting them does not read them, and a stretch is read without what is before it. */
public final class Listing<T extends Item> {
    private final int size;
    private final IntFunction<Stream<ItemId>> from;
    private final Function<ItemId, Optional<T>> find;

    /** @param from the ids after so many */
    Listing(int size, IntFunction<Stream<ItemId>> from, Function<ItemId, Optional<T>> find) {
        this.size = size;
        this.from = from;
        this.find = find;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Stream<T> stream() {
        return from(0);
    }

    /** The items after the first {@code count}. */
    public Stream<T> from(int count) {
        return count < size ? from.apply(count).flatMap(id -> find.apply(id).stream()) : Stream.of();
    }

    /** The ids alone, which takes less than to read the items. */
    public Stream<ItemId> ids() {
        return from.apply(0);
    }

    public List<T> first(int count) {
        return stream().limit(count).toList();
    }

    public List<T> toList() {
        return stream().toList();
    }
}
