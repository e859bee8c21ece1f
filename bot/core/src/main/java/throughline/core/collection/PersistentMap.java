package throughline.core.collection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in key order. {@link #with} and {@link #without} return a new map in O(log n) and share the rest with
 * the old one; {@link #rank} counts the keys before a key in O(log n). Not meant for null keys or values.
 *
 * <p>A weight-balanced tree after Adams, "Efficient sets: a balancing act" (1993), with the bounds 3 and 2 proved by
 * Hirai and Yamamoto (2011).
 */
public final class PersistentMap<K, V> implements Iterable<Map.Entry<K, V>> {
    private static final int HEAVIER = 3;
    private static final int SINGLE = 2;

    private final Comparator<? super K> order;
    private final @Nullable Node<K, V> root;

    private PersistentMap(Comparator<? super K> order, @Nullable Node<K, V> root) {
        this.order = order;
        this.root = root;
    }

    public static <K, V> PersistentMap<K, V> empty(Comparator<? super K> order) {
        return new PersistentMap<>(order, null);
    }

    /** Builds in O(n) from entries that are already in strictly rising key order. */
    public static <K, V> PersistentMap<K, V> ofSorted(Comparator<? super K> order, List<Map.Entry<K, V>> rising) {
        return new PersistentMap<>(order, build(rising, 0, rising.size()));
    }

    public int size() {
        return size(root);
    }

    public Optional<V> get(K key) {
        Node<K, V> at = root;
        while (at != null) {
            int side = order.compare(key, at.key);
            if (side == 0) {
                return Optional.of(at.value);
            }
            at = side < 0 ? at.left : at.right;
        }
        return Optional.empty();
    }

    public PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(order, put(root, key, value));
    }

    public PersistentMap<K, V> without(K key) {
        Node<K, V> rest = remove(root, key);
        return rest == root ? this : new PersistentMap<>(order, rest);
    }

    /** How many keys are less than {@code key}; the key itself need not be present. */
    public int rank(K key) {
        int before = 0;
        Node<K, V> at = root;
        while (at != null) {
            if (order.compare(key, at.key) <= 0) {
                at = at.left;
            } else {
                before += size(at.left) + 1;
                at = at.right;
            }
        }
        return before;
    }

    /**
     * The keys under which the two maps hold something else, or only one of them holds something, in rising order. What they
     * share is skipped: between a map and one that was made of it by n changes, it takes time in the order of n times log of the
     * size.
     */
    public List<K> differences(PersistentMap<K, V> other) {
        return new Comparison<>(order, root, other.root).keys();
    }

    /** Entries from {@code key} (inclusive) upwards, lazily. */
    public Stream<Map.Entry<K, V>> from(K key) {
        return stream(new Walk<>(pathTo(key)));
    }

    /** Entries from the one that so many keys are before upwards, lazily. */
    public Stream<Map.Entry<K, V>> fromRank(int rank) {
        return stream(new Walk<>(pathTo(rank)));
    }

    public Stream<Map.Entry<K, V>> stream() {
        return stream(new Walk<>(leftmost()));
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return new Walk<>(leftmost());
    }

    private static <T> Stream<T> stream(Iterator<T> walk) {
        Iterable<T> once = () -> walk;
        return StreamSupport.stream(once.spliterator(), false);
    }

    private Deque<Node<K, V>> leftmost() {
        Deque<Node<K, V>> path = new ArrayDeque<>();
        for (Node<K, V> at = root; at != null; at = at.left) {
            path.push(at);
        }
        return path;
    }

    private Deque<Node<K, V>> pathTo(K key) {
        Deque<Node<K, V>> path = new ArrayDeque<>();
        Node<K, V> at = root;
        while (at != null) {
            if (order.compare(key, at.key) <= 0) {
                path.push(at);
                at = at.left;
            } else {
                at = at.right;
            }
        }
        return path;
    }

    private Deque<Node<K, V>> pathTo(int rank) {
        Deque<Node<K, V>> path = new ArrayDeque<>();
        Node<K, V> at = root;
        int before = rank;
        while (at != null) {
            if (before <= size(at.left)) {
                path.push(at);
                at = at.left;
            } else {
                before -= size(at.left) + 1;
                at = at.right;
            }
        }
        return path;
    }

    private Node<K, V> put(@Nullable Node<K, V> at, K key, V value) {
        if (at == null) {
            return new Node<>(key, value, null, null);
        }
        int side = order.compare(key, at.key);
        if (side == 0) {
            return new Node<>(key, value, at.left, at.right);
        }
        return side < 0
                ? balance(at, put(at.left, key, value), at.right)
                : balance(at, at.left, put(at.right, key, value));
    }

    private @Nullable Node<K, V> remove(@Nullable Node<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        int side = order.compare(key, at.key);
        if (side == 0) {
            return glue(at.left, at.right);
        }
        Node<K, V> left = side < 0 ? remove(at.left, key) : at.left;
        Node<K, V> right = side > 0 ? remove(at.right, key) : at.right;
        return left == at.left && right == at.right ? at : balance(at, left, right);
    }

    private @Nullable Node<K, V> glue(@Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        Node<K, V> heir = right;
        while (heir.left != null) {
            heir = heir.left;
        }
        return balance(heir, left, remove(right, heir.key));
    }

    private static <K, V> Node<K, V> balance(Node<K, V> at, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (right != null && tooHeavy(right, left)) {
            return light(right.left, right.right)
                    ? join(join(left, at, right.left), right, right.right)
                    : doubleLeft(at, left, right);
        }
        if (left != null && tooHeavy(left, right)) {
            return light(left.right, left.left)
                    ? join(left.left, left, join(left.right, at, right))
                    : doubleRight(at, left, right);
        }
        return join(left, at, right);
    }

    private static boolean tooHeavy(@Nullable Node<?, ?> one, @Nullable Node<?, ?> other) {
        return size(one) + size(other) >= 2 && weight(one) > HEAVIER * weight(other);
    }

    private static boolean light(@Nullable Node<?, ?> inner, @Nullable Node<?, ?> outer) {
        return weight(inner) < SINGLE * weight(outer);
    }

    private static <K, V> Node<K, V> doubleLeft(Node<K, V> at, @Nullable Node<K, V> left, Node<K, V> right) {
        Node<K, V> middle = present(right.left);
        return join(join(left, at, middle.left), middle, join(middle.right, right, right.right));
    }

    private static <K, V> Node<K, V> doubleRight(Node<K, V> at, Node<K, V> left, @Nullable Node<K, V> right) {
        Node<K, V> middle = present(left.right);
        return join(join(left.left, left, middle.left), middle, join(middle.right, at, right));
    }

    private static <K, V> Node<K, V> join(@Nullable Node<K, V> left, Node<K, V> at, @Nullable Node<K, V> right) {
        return new Node<>(at.key, at.value, left, right);
    }

    private static <K, V> @Nullable Node<K, V> build(List<Map.Entry<K, V>> rising, int from, int to) {
        if (from == to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        Map.Entry<K, V> entry = rising.get(middle);
        return new Node<>(entry.getKey(), entry.getValue(), build(rising, from, middle), build(rising, middle + 1, to));
    }

    private static <N> N present(@Nullable N node) {
        if (node == null) {
            throw new IllegalStateException("a heavy side has an inner child");
        }
        return node;
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static int weight(@Nullable Node<?, ?> node) {
        return size(node) + 1;
    }

    private static final class Node<K, V> implements Map.Entry<K, V> {
        private final K key;
        private final V value;
        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;
        private final int size;

        private Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.size = size(left) + size(right) + 1;
        }

        @Override
        public K getKey() {
            return key;
        }

        @Override
        public V getValue() {
            return value;
        }

        @Override
        public V setValue(V other) {
            throw new UnsupportedOperationException("a persistent map does not change");
        }
    }

    private static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
        private final Deque<Node<K, V>> path;

        private Walk(Deque<Node<K, V>> path) {
            this.path = path;
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> here = path.pop();
            for (Node<K, V> at = here.right; at != null; at = at.left) {
                path.push(at);
            }
            return here;
        }
    }

    /**
     * Walks two trees side by side, each a stack of subtrees that are still to come. The larger subtree is taken apart until both
     * are the same one, which is skipped, or both are single entries, which are compared. Where trees were balanced differently,
     * what they share meets again a few steps later.
     */
    private static final class Comparison<K, V> {
        private final Comparator<? super K> order;
        private final Deque<Node<K, V>> ones = new ArrayDeque<>();
        private final Deque<Node<K, V>> others = new ArrayDeque<>();
        private final List<K> differences = new ArrayList<>();

        private Comparison(Comparator<? super K> order, @Nullable Node<K, V> one, @Nullable Node<K, V> other) {
            this.order = order;
            push(ones, one);
            push(others, other);
        }

        private List<K> keys() {
            while (!ones.isEmpty() && !others.isEmpty()) {
                step(ones.element(), others.element());
            }
            rest(ones);
            rest(others);
            return differences;
        }

        private void step(Node<K, V> one, Node<K, V> other) {
            if (one == other) {
                ones.pop();
                others.pop();
            } else if (one.size == 1 && other.size == 1) {
                compare(one, other);
            } else {
                takeApart(one.size > other.size ? ones : others);
            }
        }

        private void compare(Node<K, V> one, Node<K, V> other) {
            int side = order.compare(one.key, other.key);
            if (side != 0 || !one.value.equals(other.value)) {
                differences.add(side <= 0 ? one.key : other.key);
            }
            if (side <= 0) {
                ones.pop();
            }
            if (side >= 0) {
                others.pop();
            }
        }

        private void rest(Deque<Node<K, V>> stack) {
            while (!stack.isEmpty()) {
                if (stack.element().size > 1) {
                    takeApart(stack);
                } else {
                    differences.add(stack.pop().key);
                }
            }
        }

        private static <K, V> void takeApart(Deque<Node<K, V>> stack) {
            Node<K, V> at = stack.pop();
            push(stack, at.right);
            stack.push(new Node<>(at.key, at.value, null, null));
            push(stack, at.left);
        }

        private static <K, V> void push(Deque<Node<K, V>> stack, @Nullable Node<K, V> node) {
            if (node != null) {
                stack.push(node);
            }
        }
    }
}
