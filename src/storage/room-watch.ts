/** Knows whether the database has lately had no room for a write. */
export type RoomWatch = {
  readonly isFull: () => boolean;
  /** The same command, watched: it says that there is room, or that there is none, by what becomes of it. */
  readonly watching: <T>(command: () => Promise<T>) => Promise<T>;
};

/** OutOfDiskSpace: a full disk, or a full map of the embedded database. Nothing of the write was kept. */
const outOfDiskSpace = 14031;

/** Makes the watch of one connection. */
export function makeRoomWatch(): RoomWatch {
  let isFull = false;
  return {
    isFull: () => isFull,
    watching: async (command) => {
      try {
        const result = await command();
        isFull = false;
        return result;
      } catch (error) {
        isFull ||= saysFull(error);
        throw error;
      }
    },
  };
}

/** An error, or what caused it: the ports' own errors stand around the driver's. */
function saysFull(error: unknown): boolean {
  for (let it = error; it instanceof Error; it = it.cause) {
    if ('code' in it && it.code === outOfDiskSpace) return true;
  }
  return false;
}
